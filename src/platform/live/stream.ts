/** One message of a stream of events. */
export interface LiveMessage {
	/** From where the browser goes on after a loss. */
	readonly id: string | null;
	readonly event: string;
	/** JSON, in one line. */
	readonly data: string;
}

/** What a stream is fed by: begins, and gives back what ends it. */
export type Feed = (send: (message: LiveMessage) => void) => () => void;

/** A stream ends after so long and the browser opens it anew: who may see it is asked again. */
const lifetime = 20 * 60_000;
/** A word that keeps proxies from closing the line, and by which a screen knows that it still hears; nobody's request. */
const heartbeat = 25_000;
/** A reader that is so many pieces behind is cut off; it comes back and is given everything as it stands. */
const mostBehind = 64;

const encoder = new TextEncoder();
const open = new Set<() => void>();

/** Ends every stream: the program goes down. */
export const endStreams = (): Promise<void> => {
	for (const end of [...open]) end();
	return Promise.resolve();
};

const written = ({ id, event, data }: LiveMessage) =>
	encoder.encode(`${id === null ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`);

/**
 * A response of server-sent events. Cleaning up hangs on `cancel` alone: the signal of the request says nothing when a
 * browser goes away.
 */
export function eventStream(feed: Feed): Response {
	let end = () => {};
	const body = new ReadableStream<Uint8Array>(
		{
			start(controller) {
				let stop = () => {};
				let over = false;
				const beat = setInterval(() => put(written({ id: null, event: 'beat', data: '1' })), heartbeat);
				const life = setTimeout(() => end(), lifetime);
				beat.unref();
				life.unref();
				end = () => {
					if (over) return;
					over = true;
					open.delete(end);
					clearInterval(beat);
					clearTimeout(life);
					stop();
					try {
						controller.close();
					} catch {
						// The browser has closed it already.
					}
				};
				function put(bytes: Uint8Array) {
					if (over) return;
					if ((controller.desiredSize ?? 0) < -mostBehind) return end();
					controller.enqueue(bytes);
				}
				open.add(end);
				put(encoder.encode('retry: 3000\n\n'));
				stop = feed((message) => put(written(message)));
				if (over) stop();
			},
			cancel: () => end()
		},
		{ highWaterMark: 1 }
	);
	return new Response(body, {
		headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }
	});
}
