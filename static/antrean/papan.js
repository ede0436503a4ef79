import { follow } from './live.js';

const board = /** @type {HTMLElement} */ (document.getElementById('papan'));
const words = JSON.parse(board.dataset.words ?? '{}');
const at = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
const most = 4;
/** How long a call stands out, in ms. */
const callTime = 20_000;

/** By room: which call it shows, and when it came. @type {Map<string, { key: string, at: number }>} */
const calls = new Map();
let first = true;
/** The clock of a screen on the wall is often wrong: the office's own counts. */
const offset = Date.parse(board.dataset.now ?? '') - Date.now() || 0;
let heardAt = Date.now();
let lostAt = 0;
/** @type {any} */
let now = JSON.parse(board.dataset.board ?? 'null');

/** @param {any} room */
const callOf = (room) => (room.label === null ? '' : `${room.label} ${room.calls}`);

/** @param {any} next */
function show(next) {
	now = next;
	for (const room of next.rooms) {
		const key = callOf(room);
		const before = calls.get(room.id)?.key ?? '';
		if (key === before) continue;
		calls.set(room.id, { key, at: key && !first ? Date.now() : 0 });
		if (key && !first) announce(room.label, room.name);
	}
	first = false;
	draw();
}

function draw() {
	const open = now.rooms.filter((/** @type {any} */ room) => room.state !== 'closed');
	const since = (/** @type {any} */ room) => calls.get(room.id)?.at ?? 0;
	// More rooms than places: those who called last are seen, the others stand in the strip with their room.
	const chosen = open.length > most ? [...open].sort((a, b) => since(b) - since(a)).slice(0, most) : open;
	const seen = open.filter((/** @type {any} */ room) => chosen.includes(room));
	const rest = open.filter((/** @type {any} */ room) => !chosen.includes(room) && room.label !== null);
	const latest = Math.max(0, ...seen.map(since));
	const rooms = at('ruang');
	rooms.dataset.count = String(seen.length);
	rooms.replaceChildren(
		...seen.map((/** @type {any} */ room) => {
			const cell = document.createElement('div');
			const isCall = room.label !== null && since(room) > 0 && Date.now() - since(room) < callTime;
			cell.className = [
				'room',
				room.label === null && 'idle',
				isCall && 'call',
				isCall && since(room) === latest && 'flash'
			]
				.filter(Boolean)
				.join(' ');
			const where = document.createElement('span');
			where.className = 'where';
			where.textContent = room.label === null ? room.name : words.go.replace('{room}', room.name);
			const number = document.createElement('span');
			number.className = 'number';
			number.textContent = room.label ?? (room.state === 'break' ? words.pause : words.free);
			cell.append(where, number);
			return cell;
		})
	);
	const others = rest.map((/** @type {any} */ room) => `${room.label} ${room.name}`);
	at('terakhir').textContent = [...others, ...now.last].slice(0, 5).join('   ');
	at('tidak-hadir').textContent = now.missed.join('   ');
}

// The voice: one call after the other, chime first.
/** @type {string[][]} */
const spoken = [];
let speaking = false;
const sound = (/** @type {string} */ name) => `/antrean/suara/${name}.mp3`;
const spell = (/** @type {string} */ text) => [...text.toLowerCase()].filter((sign) => /[a-z0-9]/.test(sign));

/** @param {string} label @param {string} room */
function announce(label, room) {
	const [, kind, number] = /^(ruang|loket)\s+(\d{1,2}|[a-z])$/i.exec(room.trim()) ?? [];
	const where = kind && number ? [`silakan-ke-${kind.toLowerCase()}`, ...spell(number)] : ['silakan-lihat-layar'];
	spoken.push(['bel', 'nomor-antrean', ...spell(label), ...where]);
	if (!speaking) void speak();
}

async function speak() {
	speaking = true;
	for (let call = spoken.shift(); call; call = spoken.shift()) for (const name of call) if (!(await play(name))) break;
	speaking = false;
}

/** @param {string} name @returns {Promise<boolean>} */
const play = (name) =>
	new Promise((done) => {
		const audio = new Audio(sound(name));
		audio.onended = () => done(true);
		audio.onerror = () => done(false);
		audio.play().catch(() => {
			// The browser wants to be touched once before it makes a sound.
			at('suara').hidden = false;
			done(false);
		});
	});
at('suara').onclick = () => {
	at('suara').hidden = true;
	void play('bel');
};

// Clock, age of the data, and the grey bar when nothing has been heard for half a minute.
const zone = board.dataset.zone;
const language = board.dataset.language === 'en' ? 'en-GB' : 'id-ID';
const clock = (/** @type {number} */ moment) =>
	new Date(moment + offset)
		.toLocaleTimeString(language, { timeZone: zone, hour: '2-digit', minute: '2-digit' })
		.replace(':', language === 'id-ID' ? '.' : ':');
setInterval(() => {
	const seconds = Math.round((Date.now() - heardAt) / 1000);
	at('jam').textContent = `${clock(Date.now())} ${words.zone}`;
	at('tanggal').textContent = new Date(Date.now() + offset).toLocaleDateString(language, {
		timeZone: zone,
		weekday: 'long',
		day: 'numeric',
		month: 'long',
		year: 'numeric'
	});
	at('umur').textContent = words.ago.replace('{seconds}', String(seconds));
	const isLost = lostAt > 0 && Date.now() - lostAt > 30_000;
	at('putus').hidden = !isLost;
	if (isLost) at('putus').textContent = words.lost.replace('{at}', clock(heardAt));
	if (Date.now() - Math.max(0, ...[...calls.values()].map((call) => call.at)) < callTime + 2000) draw();
}, 1000);

if (now) show(now);
follow(board.dataset.live ?? '', ({ event, data }) => {
	if (event === 'lost') {
		lostAt ||= Date.now();
		return;
	}
	heardAt = Date.now();
	lostAt = 0;
	if (event === 'board') show(data);
	if (event === 'code') {
		at('kode').textContent = data.code;
		/** @type {HTMLImageElement} */ (at('qr')).src = data.qr;
	}
});

// After a power cut the screen comes up with what it showed last, whether the network is there or not.
if ('serviceWorker' in navigator)
	navigator.serviceWorker.register('/perangkat-sw.js', { scope: '/papan' }).catch(() => {});
