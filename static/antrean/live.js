/**
 * One stream of events for all tabs of this browser that look at the same address: one tab holds it and passes on what it
 * hears. A tab that nobody looks at holds none.
 *
 * @typedef {{ event: string, data?: any }} Heard `board` (the whole board), `ticket`, `code`, `queue`, `open`, `beat`, `lost`
 * @param {string} url
 * @param {(heard: Heard) => void} hear
 */
export function follow(url, hear) {
	const name = `live ${url}`;
	const channel = 'BroadcastChannel' in self ? new BroadcastChannel(name) : null;
	/** What is known, for tabs that come later. @type {Record<string, any>} */
	const known = {};
	let lastId = '';
	/** @type {EventSource | null} */
	let source = null;
	/** @type {AbortController | null} */
	let waiting = null;
	/** @type {(() => void) | null} */
	let release = null;
	let again = 0;
	let pause = 3000;
	let silence = 0;
	/** A cut cable is not told to anybody: a line that has not beaten for so long is dead. */
	const alive = () => {
		clearTimeout(silence);
		silence = setTimeout(() => {
			source?.close();
			tell('lost');
			open();
		}, 65_000);
	};

	/** @param {string} event @param {any} [data] */
	const tell = (event, data) => {
		if (data !== undefined) known[event] = data;
		hear({ event, data });
		channel?.postMessage({ event, data });
	};

	/** @param {any} change */
	function changed(change) {
		const before = known.board;
		if (!before) return;
		/** @type {Map<string, any>} */
		const rooms = new Map(before.rooms.map((/** @type {any} */ room) => [room.id, room]));
		for (const room of change.rooms ?? []) rooms.set(room.id, room);
		const order = change.order ?? before.rooms.map((/** @type {any} */ room) => room.id);
		tell('board', { ...before, ...change, rooms: order.map((/** @type {string} */ id) => rooms.get(id)) });
	}

	function open() {
		const mine = new EventSource(known.board && lastId ? `${url}?dari=${lastId}` : url);
		source = mine;
		for (const event of ['board', 'change', 'ticket', 'code', 'queue'])
			mine.addEventListener(event, (heard) => {
				alive();
				lastId = heard.lastEventId || lastId;
				const data = JSON.parse(heard.data);
				if (event === 'change') changed(data);
				else tell(event, data);
			});
		mine.addEventListener('beat', () => {
			alive();
			tell('beat');
		});
		mine.onopen = () => {
			pause = 3000;
			alive();
			tell('open');
		};
		mine.onerror = () => {
			tell('lost');
			// A refused stream is not asked for again by the browser itself.
			if (mine.readyState !== EventSource.CLOSED || source !== mine) return;
			again = setTimeout(open, pause);
			pause = Math.min(pause * 2, 60_000);
		};
	}

	function look() {
		if (source || waiting) return;
		if (!navigator.locks) return open();
		waiting = new AbortController();
		navigator.locks
			.request(name, { signal: waiting.signal }, () => {
				open();
				return new Promise((done) => (release = () => done(undefined)));
			})
			.catch(() => {});
		channel?.postMessage({ event: 'ask' });
	}

	function rest() {
		waiting?.abort();
		waiting = null;
		release?.();
		release = null;
		clearTimeout(again);
		clearTimeout(silence);
		source?.close();
		source = null;
	}

	channel?.addEventListener('message', ({ data: { event, data } }) => {
		if (event === 'ask') {
			if (source) for (const [one, value] of Object.entries(known)) channel.postMessage({ event: one, data: value });
		} else if (!source) {
			if (data !== undefined) known[event] = data;
			hear({ event, data });
		}
	});
	const turn = () => (document.visibilityState === 'visible' ? look() : rest());
	document.addEventListener('visibilitychange', turn);
	addEventListener('pagehide', rest);
	addEventListener('pageshow', turn);
	turn();
	return () => {
		document.removeEventListener('visibilitychange', turn);
		removeEventListener('pagehide', rest);
		removeEventListener('pageshow', turn);
		rest();
		channel?.close();
	};
}
