import { randomUUID } from 'node:crypto';
import { officeFace } from '#clinic/offices/server/reads.ts';
import { systemActor } from '#platform/actor.ts';
import { dayOf, now, type Day } from '#platform/clock.ts';
import { read, type Database } from '#platform/database/client.ts';
import { listen, type Listening } from '#platform/live/listen.ts';
import { endStreams, type Feed, type LiveMessage } from '#platform/live/stream.ts';
import { faultFacts, log } from '#platform/log.ts';
import { found } from '#platform/refusal.ts';
import { deltaOf, type Board } from '../board.ts';
import { queueTopic } from './moves.ts';
import { presentCodeAt, presentCodeChanges } from './present.ts';
import { boardOf } from './reads/board.ts';
import { linesOf } from './reads/phone.ts';

/**
 * The live queue of every office that somebody watches. A change is told by PostgreSQL, whichever process made it; the
 * waiting room is read once for all who watch, and each is sent what has changed for it.
 */
const kept = 64;
const epoch = randomUUID().slice(0, 8);

interface Watched {
	board: Board | null;
	day: Day;
	version: number;
	/** The last deltas, for browsers that come back. */
	readonly past: { readonly version: number; readonly data: string }[];
	readonly boards: Set<(message: LiveMessage) => void>;
	/** Officers: told that something has changed, also what no board shows; what it is their page asks for. */
	readonly officers: Set<(message: LiveMessage) => void>;
	/** By ticket. */
	readonly phones: Map<string, { line: string; readonly sends: Set<(message: LiveMessage) => void> }>;
	/** Who is shown the code that says "I am here". */
	readonly codes: Set<() => void>;
	codeTimer: ReturnType<typeof setTimeout> | null;
	/** How many changes were heard, and of how many the officers were told. */
	touched: number;
	told: number;
	reading: boolean;
	dirty: boolean;
	ready: Promise<void> | null;
}

const watched = new Map<string, Watched>();
let database: Database;
let listening: Listening | null = null;
let ticking: ReturnType<typeof setInterval> | undefined;
const tick = 30_000;

export function startLive(of: Database, databaseUrl: string): void {
	database = of;
	listening = listen(databaseUrl, {
		heard: (topic, officeId) => {
			if (topic === queueTopic) void refresh(officeId, true);
		},
		regained: () => {
			for (const officeId of watched.keys()) void refresh(officeId, true);
		}
	});
	// Estimates grow shorter and days end without anybody doing anything.
	ticking = setInterval(() => {
		for (const officeId of watched.keys()) void refresh(officeId);
	}, tick);
	ticking.unref();
}

export async function stopLive(): Promise<void> {
	clearInterval(ticking);
	await endStreams();
	await listening?.stop();
}

const reader = (officeId: string) => systemActor('live', officeId, []);

function watch(officeId: string): Watched {
	let office = watched.get(officeId);
	if (!office) {
		office = {
			board: null,
			day: '',
			version: 0,
			past: [],
			boards: new Set(),
			officers: new Set(),
			phones: new Map(),
			codes: new Set(),
			codeTimer: null,
			touched: 0,
			told: 0,
			reading: false,
			dirty: false,
			ready: null
		};
		watched.set(officeId, office);
	}
	return office;
}

function leave(officeId: string): void {
	const office = watched.get(officeId);
	if (!office || office.codes.size + office.officers.size + office.phones.size > 0) return;
	if (office.codeTimer) clearTimeout(office.codeTimer);
	watched.delete(officeId);
}

/** Reads the waiting room anew and sends what has changed. What is told meanwhile is read once more afterwards. */
async function refresh(officeId: string, isChange = false): Promise<void> {
	const office = watched.get(officeId);
	if (!office) return;
	if (isChange) office.touched += 1;
	if (office.reading) {
		office.dirty = true;
		return office.ready ?? undefined;
	}
	office.reading = true;
	office.ready = (async () => {
		do {
			office.dirty = false;
			try {
				await readOnce(officeId, office);
			} catch (error) {
				log('warn', 'live board', faultFacts(error));
			}
		} while (office.dirty);
		office.reading = false;
	})();
	return office.ready;
}

async function readOnce(officeId: string, office: Watched): Promise<void> {
	const actor = reader(officeId);
	const face = found(await officeFace(database, officeId));
	const at = now();
	const today = dayOf(at, face.zone);
	const ids = [...office.phones.keys()];
	const touched = office.touched;
	const { board, lines } = await read(database, actor, async (asking) => ({
		board: await boardOf(asking, actor, today),
		lines: await linesOf(asking, actor, today, at, ids)
	}));
	const delta = office.board && deltaOf(office.board, board);
	office.board = board;
	office.day = today;
	if (delta) {
		office.version += 1;
		const data = JSON.stringify(delta);
		office.past.push({ version: office.version, data });
		if (office.past.length > kept) office.past.shift();
		const message = { id: `${epoch}-${office.version}`, event: 'change', data };
		for (const send of office.boards) send(message);
	}
	if (touched !== office.told) {
		office.told = touched;
		const message = { id: null, event: 'queue', data: JSON.stringify({ waiting: board.waiting }) };
		for (const send of office.officers) send(message);
	}
	for (const [ticketId, phone] of office.phones) {
		const line = JSON.stringify(lines.get(ticketId) ?? null);
		if (line === phone.line) continue;
		phone.line = line;
		for (const send of phone.sends) send({ id: null, event: 'ticket', data: line });
	}
}

/** What a screen that opens or comes back is told first: what it has missed, or everything. */
function catchUp(office: Watched, lastId: string | null, send: (message: LiveMessage) => void): void {
	const [, of, number] = /^(\w+)-(\d+)$/.exec(lastId ?? '') ?? [];
	const from = of === epoch ? Number(number) : null;
	const missed = from === null ? [] : office.past.filter(({ version }) => version > from);
	if (from !== null && from <= office.version && missed.length === office.version - from) {
		for (const { version, data } of missed) send({ id: `${epoch}-${version}`, event: 'change', data });
		return;
	}
	send({ id: `${epoch}-${office.version}`, event: 'board', data: JSON.stringify(office.board) });
}

/**
 * The feed of a board.
 * @param lastId of the last message that the browser has had
 * @param shown what is told of the room's code: its picture too
 */
export const boardFeed =
	(officeId: string, lastId: string | null, shown: (code: string) => Record<string, string>): Feed =>
	(send) => {
		const office = watch(officeId);
		let over = false;
		const tellCode = () =>
			send({ id: null, event: 'code', data: JSON.stringify(shown(presentCodeAt(officeId, now()))) });
		office.codes.add(tellCode);
		void refresh(officeId).then(() => {
			if (over || !office.board) return;
			catchUp(office, lastId, send);
			office.boards.add(send);
			tellCode();
			codesChange(office);
		});
		return () => {
			over = true;
			office.boards.delete(send);
			office.codes.delete(tellCode);
			leave(officeId);
		};
	};

/** The feed of an officer's page: that something has changed, nothing more. */
export const officerFeed =
	(officeId: string): Feed =>
	(send) => {
		const office = watch(officeId);
		office.officers.add(send);
		// What was missed while the line was down is seen by asking once.
		send({ id: null, event: 'queue', data: '{}' });
		return () => {
			office.officers.delete(send);
			leave(officeId);
		};
	};

/** The feed of a telephone's page. */
export const ticketFeed =
	(officeId: string, ticketId: string): Feed =>
	(send) => {
		const office = watch(officeId);
		const phone = office.phones.get(ticketId) ?? { line: '', sends: new Set<(message: LiveMessage) => void>() };
		office.phones.set(ticketId, phone);
		if (phone.line !== '') send({ id: null, event: 'ticket', data: phone.line });
		phone.sends.add(send);
		void refresh(officeId);
		return () => {
			phone.sends.delete(send);
			if (phone.sends.size === 0) office.phones.delete(ticketId);
			leave(officeId);
		};
	};

/** The code of the room changes with time alone: nobody has to ask. */
function codesChange(office: Watched): void {
	if (office.codeTimer) return;
	office.codeTimer = setTimeout(
		() => {
			office.codeTimer = null;
			for (const tellCode of office.codes) tellCode();
			if (office.codes.size > 0) codesChange(office);
		},
		presentCodeChanges(now()).getTime() - now().getTime() + 50
	);
	office.codeTimer.unref();
}
