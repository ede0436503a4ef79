import { randomBytes } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { sweepQuestions, tendAllOffices } from '#clinic/consultations/server/hourly.ts';
import { fetchAllMail } from '#clinic/consultations/server/mail-fetch.ts';
import { remindAllOffices, sweepEveryWeek } from '#clinic/cooperatives/server/daily.ts';
import { raiseInAllOffices as raiseControls } from '#clinic/monitoring/server/daily.ts';
import { sweepDrafts } from '#clinic/examinations/server/sweep.ts';
import { whoComes, whoHolds } from '#clinic/offices/server/arrival.ts';
import { raiseInAllOffices as raiseReferrals } from '#clinic/referrals/server/daily.ts';
import type { LinkPurpose } from '#clinic/offices/roles.ts';
import { deviceCookie, deviceHome, deviceKinds, type DeviceKind } from '#clinic/visits/devices.ts';
import { whichDevice } from '#clinic/visits/server/devices.ts';
import { startLive, stopLive } from '#clinic/visits/server/live.ts';
import { m } from '#messages';
import { paraglideMiddleware } from '#messages/server.js';
import { now } from '#platform/clock.ts';
import { openDatabase, type Database } from '#platform/database/client.ts';
import { startWorkers } from '#platform/jobs/workers.ts';
import { sweepFiles } from '#platform/files/sweep.ts';
import { everyMinute, hourly } from '#platform/hourly.ts';
import { newId } from '#platform/ids.ts';
import type { LinkFault } from '#platform/links/links.ts';
import { faultFacts, log } from '#platform/log.ts';
import { isDemonstration } from '#platform/settings/mode.ts';
import { whenClosed } from '#platform/shutdown.ts';
import { addressHeader } from '#platform/sign-in/auth.ts';
import { touch } from '#platform/sign-in/session.ts';
import { sweep } from '#platform/sign-in/sweep.ts';
import { visitorOf } from '#platform/sign-in/visitor.ts';
import { pageAddress } from '#platform/web/address.ts';
import { secure } from '#platform/web/headers.ts';
import { allWork } from './all-work.ts';
import { shellFor } from './routes/shell.ts';

let database: Database;
let demo = false;

export const init: ServerInit = async () => {
	const url = process.env.DATABASE_URL;
	if (!url) throw new Error('DATABASE_URL is handed over by start');
	database = openDatabase(url);
	const workers = await startWorkers(database, url, allWork);
	startLive(database, url);
	whenClosed(stopLive);
	whenClosed(async () => {
		// What is being done ends or is given back before its connections go.
		await workers.stop();
		await database.close();
	});
	demo = await isDemonstration(database);
	hourly('sign-in', (at) => sweep(database, at));
	hourly('files', (at) => sweepFiles(database, at));
	// Done once a day for each office, in the first hour of its day.
	hourly('duty reminders', () => remindAllOffices(database, now()));
	hourly('overdue referrals', () => raiseReferrals(database, now()));
	hourly('missed controls', () => raiseControls(database, now()));
	// Asked for once a week, in whichever hour the program is awake.
	hourly('sweep of the nation', () => sweepEveryWeek(database, now()));
	hourly('drafts', () => sweepDrafts(database, now()));
	hourly('consultations', () => tendAllOffices(database, now()));
	everyMinute('mailboxes', () => fetchAllMail(database, now));
	hourly('questions', () => sweepQuestions(database, now()));
};

export const handle: Handle = async ({ event, resolve }) => {
	const begun = performance.now();
	const response = await paraglideMiddleware(event.request, async ({ locale }) => {
		const shut = await arrive(event);
		return shut ?? resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) });
	});
	const { requestId, actor } = event.locals;
	log('info', 'request', {
		id: requestId,
		route: event.route.id,
		method: event.request.method,
		status: response.status,
		ms: Math.round(performance.now() - begun),
		actor: actor?.id
	});
	return secure(response, event);
};

/** Finds out who comes; an answer where the way is shut. */
async function arrive(event: RequestEvent): Promise<Response | null> {
	const { locals } = event;
	Object.assign(locals, {
		database,
		actor: null,
		account: null,
		posts: [],
		locked: null,
		idleMinutes: null,
		linkFault: null,
		zone: 'Asia/Jakarta',
		now: now(),
		requestId: newId(),
		address: event.request.headers.get(addressHeader) ?? event.getClientAddress(),
		shell: null
	} satisfies App.Locals);
	const visitor = visitorOf(event);
	const arrival = await whoComes(database, visitor);
	const { session, face, isLocked } = arrival;
	if (session && isLocked) locals.locked = { userId: session.userId, name: session.name, sessionId: session.id };
	if (session && !isLocked) {
		const { userId, name, email, twoFactorEnabled } = session;
		Object.assign(locals, {
			account: { userId, name, email, twoFactorEnabled, sessionId: session.id },
			actor: arrival.actor,
			posts: arrival.posts,
			idleMinutes: arrival.idleMinutes,
			zone: arrival.zone
		});
		if (isActivity(event)) await touch(database, session, locals.now);
	}
	const purpose = linkOf(event);
	if (purpose) return openLink(event, purpose);
	const device = deviceRoute(event);
	if (device) return openDevice(event, device);
	const inside = isInside(event);
	locals.shell = shellFor({
		face: locals.actor ? face : null,
		demo,
		userName: locals.account?.name ?? null,
		actor: inside ? locals.actor : null
	});
	return inside && !locals.account ? turnAway(event) : null;
}

/** Pages for staff: nobody sees them who is not signed in, or whose screen is locked. */
const isInside = ({ route }: RequestEvent) => route.id?.startsWith('/(staff)') === true;

/** What a person does, not what a page asks for by itself while nobody looks. */
function isActivity({ request, isDataRequest, route }: RequestEvent): boolean {
	if (request.method !== 'GET') return !route.id?.startsWith('/api/');
	const site = request.headers.get('sec-fetch-site');
	return (
		!isDataRequest &&
		!route.id?.startsWith('/api/') &&
		(site === null || request.headers.get('sec-fetch-user') === '?1')
	);
}

const purposes: Readonly<Record<string, LinkPurpose>> = {
	t: 'board',
	tanya: 'asker',
	j: 'appointment',
	kalender: 'calendar',
	tamu: 'guest',
	hadir: 'training',
	undangan: 'staffInvite',
	sandi: 'passwordReset',
	awal: 'firstAdmin',
	n: 'ticket'
};

function linkOf({ route }: RequestEvent): LinkPurpose | null {
	const [, first] = /\/([a-z]+)\/\[token\]/.exec(route.id ?? '') ?? [];
	return first ? (purposes[first] ?? null) : null;
}

/** In the address of a link its holder acts, whoever else may be signed in on this browser. */
async function openLink({ locals, params }: RequestEvent, purpose: LinkPurpose): Promise<null> {
	const held = await whoHolds(database, params.token ?? '', purpose, { address: locals.address, now: locals.now });
	locals.actor = null;
	if ('fault' in held) locals.linkFault = faultOf(held.fault);
	else {
		locals.actor = held.actor;
		locals.zone = held.face?.zone ?? locals.zone;
	}
	locals.shell = shellFor({ face: 'fault' in held ? null : held.face, demo, userName: null, actor: null });
	return null;
}

/** The pages of the office's machines, each kind with a token of its own in a cookie. */
const deviceRoute = ({ route }: RequestEvent): DeviceKind | null =>
	deviceKinds.find((kind) => route.id?.startsWith(`/(device)${deviceHome[kind]}`)) ?? null;

/** At its own address the machine acts, whoever else is signed in on it; one that is not paired is asked for its code. */
async function openDevice({ locals, cookies }: RequestEvent, kind: DeviceKind): Promise<Response | null> {
	const token = cookies.get(deviceCookie(kind));
	const device = token ? await whichDevice(database, token) : null;
	if (device?.kind !== kind) return new Response(null, { status: 303, headers: { location: '/pasang' } });
	locals.actor = device.actor;
	locals.zone = device.face.zone;
	locals.shell = shellFor({ face: device.face, demo, userName: null, actor: null });
	return null;
}

function faultOf(fault: LinkFault): { status: number; text: string } {
	if (typeof fault === 'object')
		return { status: 429, text: m.links_wait({ minutes: Math.ceil(fault.waitSeconds / 60) }) };
	if (fault === 'wrong') return { status: 404, text: m.links_wrong() };
	return { status: 410, text: { expired: m.links_expired, revoked: m.links_revoked, used: m.links_used }[fault]() };
}

/**
 * From a staff page to the lock, or to sign-in. A form that was being sent is not lost: sent by script, its page stays
 * as it is; sent without, the browser sends it on (307) to where it is kept until the password has been given.
 */
function turnAway(event: RequestEvent): Response | null {
	const { request, url, locals } = event;
	const door = locals.locked ? '/kunci' : '/masuk';
	const go = (status: number, location: string) => new Response(null, { status, headers: { location } });
	const on = `lanjut=${encodeURIComponent(pageAddress(url))}`;
	if (request.method === 'GET' || request.method === 'HEAD') return go(303, `${door}?${on}`);
	const isForm = /^(multipart\/form-data|application\/x-www-form-urlencoded)/.test(
		request.headers.get('content-type') ?? ''
	);
	if (isForm && request.headers.get('accept')?.includes('text/html'))
		return go(307, `${door}?/tahan&${on}&ke=${encodeURIComponent(url.pathname + url.search)}`);
	return Response.json(
		{ message: locals.locked ? m.lock_while_typing() : m.sign_in_while_typing() },
		{ status: locals.locked ? 423 : 401 }
	);
}

export const handleError: HandleServerError = ({ kind, error, event }) => {
	if (kind !== 'unknown') return;
	const errorId = shortId();
	log('error', 'fault', {
		errorId,
		id: event.locals.requestId,
		route: event.route.id,
		method: event.request.method,
		actor: event.locals.actor?.id,
		...faultFacts(error)
	});
	return { message: m.error_ours(), errorId };
};

/** Eight letters and digits that can be read out over the telephone. */
const shortId = () =>
	[...randomBytes(8)]
		.map((byte) => '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'[byte % 32])
		.join('')
		.replace(/^(.{4})/, '$1-');
