import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { recordOutsideAccess } from '#clinic/cases/server/commands.ts';
import { addBoardTerm } from '#clinic/cooperatives/server/commands/board.ts';
import { whoHolds } from '#clinic/offices/server/arrival.ts';
import { allPermissions } from '#clinic/offices/roles.ts';
import type { FilePage } from '#clinic/referrals/guests.ts';
import {
	inviteGuest,
	recordGuestAccess,
	renewGuestLink,
	revokeGuest,
	takeUpAdvice,
	withdrawConsent,
	writeAdvice
} from '#clinic/referrals/server/commands/guests.ts';
import { adviceWaiting, consentsOf, guestFile, guestsOf } from '#clinic/referrals/server/reads/guests.ts';
import { openingsOf } from '#clinic/treatments/server/reads/board.ts';
import { guestsPlan, guestsSessions } from '#clinic/treatments/server/reads/guests.ts';
import type { Actor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { newId, type Id } from '#platform/ids.ts';
import { linkToken } from '#platform/links/links.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, boardActor, minutesLater, refusal, ward } from '../patients.ts';
import { invitation } from './guest.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, planned, passed } = ward(test, () => world.sragen);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const daysLater = (days: number) => minutesLater(days * 24 * 60);
const everyPage: readonly FilePage[] = ['identity', 'complaint', 'examination', 'diagnosis', 'plan', 'notes'];

/** Who comes by the link, as the web does it. */
async function comes(linkId: string, now = smallNow): Promise<Actor> {
	const held = await whoHolds(test.database, linkToken(linkId), 'guest', { address: '10.1.2.3', now });
	if ('fault' in held) throw new Error(String(held.fault));
	return held.actor;
}
const faultOf = async (linkId: string, now = smallNow) => {
	const held = await whoHolds(test.database, linkToken(linkId), 'guest', { address: '10.1.2.3', now });
	return 'fault' in held ? held.fault : null;
};

/** A case with everything in it, and a guest of it. */
async function invited(pages?: readonly FilePage[]) {
	const patient = await planned();
	const { guestId, linkId } = await act(by('adviser'), inviteGuest, invitation(patient.caseId, pages));
	const [listed] = await ask((reader) => guestsOf(reader, by('adviser'), patient.caseId, smallNow), by('adviser'));
	return { ...patient, guestId, linkId, consentId: listed!.consent.id, guest: await comes(linkId) };
}

/** Every table with a line between offices, and how many rows the actor sees of it. */
async function seenTables(actor: Actor): Promise<Record<string, number>> {
	const { rows } = await test.admin.query<{ name: string }>(
		`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relrowsecurity`
	);
	expect(rows.length).toBeGreaterThan(60);
	return ask(async (reader) => {
		const seen: Record<string, number> = {};
		for (const { name } of rows) {
			const [row] = await reader.rows<{ count: number }>(
				sql`select count(*)::int as count from ${sql.identifier(name)}`
			);
			if (row!.count > 0) seen[name] = row!.count;
		}
		return seen;
	}, actor);
}

describe('an invitation', () => {
	it('names a person, pages, an end, and who agreed', async () => {
		const { caseId, guestId } = await invited();
		const [guest] = await ask((reader) => guestsOf(reader, by('adviser'), caseId, smallNow), by('adviser'));
		expect(guest).toMatchObject({
			id: guestId,
			name: 'Ketut Wardana',
			pages: ['identity', 'diagnosis'],
			state: 'open',
			expiresAt: daysLater(7),
			consent: { givenBy: 'Harjo (ketua)', givenOn: '2026-03-01', way: 'inPerson', withdrawnAt: null },
			looks: []
		});
		expect(await passed(caseId)).toContain('guest.invited');
	});

	it('wants a page, a consent with its paper, and the word that nothing ties', async () => {
		const { caseId } = await planned();
		const invite = (change: Record<string, unknown>) =>
			act(by('adviser'), inviteGuest, { ...invitation(caseId), ...change });
		await expect(invite({ pages: [] })).rejects.toEqual(badInput({ pages: 'noPage' }));
		await expect(invite({ isFree: '' })).rejects.toEqual(badInput({ isFree: 'sayFree' }));
		await expect(invite({ way: 'letter' })).rejects.toEqual(badInput({ file: 'consentNeedsPaper' }));
		await expect(invite({ givenOn: '2026-03-03' })).rejects.toEqual(badInput({ givenOn: 'dayToCome' }));
		await expect(invite({ days: '31' })).rejects.toEqual(badInput({ days: 'tooLarge:30' }));
		await invite({ way: 'letter', file: { name: 'surat.pdf', bytes: Buffer.from('%PDF-1.4') } });
	});

	it('is not for somebody on its board', async () => {
		const { caseId, cooperativeId } = await planned();
		await act(by('receptionist'), addBoardTerm, { cooperativeId, name: 'Ketut Wardana, S.E.', role: 'treasurer' });
		await expect(act(by('adviser'), inviteGuest, invitation(caseId))).rejects.toEqual(refusal('referrals.onItsBoard'));
	});
});

describe('a guest', () => {
	it('sees exactly the chosen pages', async () => {
		const { guest, caseId } = await invited(['identity', 'diagnosis']);
		const file = await ask((reader) => guestFile(reader, guest), guest);
		expect(file.identity?.name).toMatch(/^KSP/);
		expect(file.diagnoses?.map(({ cause }) => cause)).toEqual(['cashShort']);
		expect([file.complaints, file.examination]).toEqual([null, null]);
		expect(await ask((reader) => guestsPlan(reader, caseId), guest)).toBeNull();
		expect(await ask((reader) => guestsSessions(reader, caseId), guest)).toEqual([]);
		// Of every other table, and of every other row of these, nothing at all.
		expect(await seenTables(guest)).toEqual({ ...publicRows, case_guests: 1, cases: 1, cooperatives: 1, diagnoses: 1 });
	});

	it('sees each page alone, and all of them', async () => {
		const patient = await planned();
		const shown: Record<FilePage, Record<string, number>> = {
			identity: { cooperatives: 1 },
			complaint: { complaints: 1 },
			examination: {},
			diagnosis: { diagnoses: 1 },
			plan: { treatment_plans: 1, plan_actions: 2 },
			notes: { treatment_sessions: 1 }
		};
		for (const page of everyPage) {
			const { linkId } = await act(by('adviser'), inviteGuest, invitation(patient.caseId, [page]));
			expect(await seenTables(await comes(linkId))).toEqual({
				...publicRows,
				case_guests: 1,
				cases: 1,
				...shown[page]
			});
		}
		const { guest, caseId } = await invited(everyPage);
		expect((await ask((reader) => guestFile(reader, guest), guest)).examination).toEqual({ last: null });
		expect((await ask((reader) => guestsPlan(reader, caseId), guest))?.actions).toHaveLength(2);
		expect(await ask((reader) => guestsSessions(reader, caseId), guest)).toHaveLength(1);
	});

	it('sees nothing after the end, and nothing when the link is used as another one', async () => {
		const { guest, linkId, guestId } = await invited();
		expect(await faultOf(linkId, new Date(daysLater(7).getTime() - 1))).toBeNull();
		expect(await faultOf(linkId, daysLater(7))).toBe('expired');
		// An actor that was made before, held too long: the database counts by itself.
		const late: Actor = { ...guest, outsideAt: daysLater(7) };
		expect(await seenTables(late)).toEqual(publicRows);
		await expect(ask((reader) => guestFile(reader, late), late)).rejects.toEqual(refusal('missing'));
		await expect(act(late, writeAdvice, { words: 'Terlambat' }, daysLater(7))).rejects.toEqual(refusal('missing'));
		expect(await whoHolds(test.database, linkToken(linkId), 'board', { address: '10.1.2.4', now: smallNow })).toEqual({
			fault: 'wrong'
		});
		// The id of an invitation opens nothing by itself.
		expect(await whoHolds(test.database, guestId, 'guest', { address: '10.1.2.4', now: smallNow })).toEqual({
			fault: 'wrong'
		});
	});

	it('sees nothing by guessing: another case, another invitation, another office are like ones that are not', async () => {
		const { guest } = await invited(everyPage);
		const other = await invited(everyPage);
		const guessed: Actor = { ...guest, subjectId: newId() };
		expect(await seenTables(guessed)).toEqual(publicRows);
		await expect(ask((reader) => guestFile(reader, guessed), guessed)).rejects.toEqual(refusal('missing'));
		expect(await ask((reader) => guestsPlan(reader, other.caseId), guest)).toBeNull();
		// Even with every permission of the office the rows are not there.
		const bold: Actor = { ...guest, permissions: new Set(allPermissions) };
		for (const caseId of [other.caseId, world.buleleng.caseId, newId()])
			await expect(act(bold, recordOutsideAccess, { caseId: caseId as Id<'Case'> })).rejects.toEqual(
				refusal('missing')
			);
		for (const deed of [
			() => act(bold, revokeGuest, { guestId: other.guestId, why: 'Coba' }),
			() => act(bold, inviteGuest, invitation(other.caseId)),
			() => act(bold, takeUpAdvice, { noteId: newId(), words: 'Coba' })
		])
			await expect(deed()).rejects.toEqual(refusal('missing'));
	});

	it('leaves a trace of every look, and writes an advice that stays', async () => {
		const { guest, caseId, cooperativeId, chairId } = await invited();
		await act(guest, recordGuestAccess, {});
		await act(guest, recordGuestAccess, {}, minutesLater(1));
		const request = { database: test.database, actor: guest, now: minutesLater(2), commandId: newId() };
		const { noteId } = await perform(request, writeAdvice, { words: 'Jadwalkan penarikan simpanan.' });
		// Sent twice, it is there once.
		expect(await perform(request, writeAdvice, { words: 'Jadwalkan penarikan simpanan.' })).toEqual({ noteId });
		const [listed] = await ask((reader) => guestsOf(reader, by('adviser'), caseId, smallNow), by('adviser'));
		expect(listed!.looks).toHaveLength(2);
		expect(listed!.notes.map(({ words, byName }) => [words, byName])).toEqual([
			['Jadwalkan penarikan simpanan.', 'Ketut Wardana']
		]);
		const { rows } = await test.admin.query(
			`select command from audit_rows where actor_id = $1 and office_id = $2 order by at, command`,
			[guest.id, world.sragen.officeId]
		);
		expect(rows.map(({ command }) => command)).toEqual([
			'cases.recordOutsideAccess',
			'referrals.recordGuestAccess',
			'cases.recordOutsideAccess',
			'referrals.recordGuestAccess',
			'referrals.writeAdvice'
		]);
		// The cooperative reads who it was, under the name that it agreed to.
		const board = boardActor(world.sragen.officeId, newId(), cooperativeId, chairId);
		const seen = await ask((reader) => openingsOf(reader, board, 'Asia/Jakarta', 10), board);
		expect(seen.map(({ name, organisation, reason }) => [name, organisation, reason])).toEqual(
			Array(2).fill(['Ketut Wardana', 'Dekopinda Sragen', 'guest'])
		);
		const mine = async () =>
			(await ask((reader) => adviceWaiting(reader, by('adviser')), by('adviser'))).map(({ id }) => id);
		expect(await mine()).toContain(noteId);
		const taken = { noteId, words: 'Dimasukkan ke rencana' };
		await act(by('adviser'), takeUpAdvice, taken);
		await expect(act(by('adviser'), takeUpAdvice, taken)).rejects.toEqual(refusal('referrals.adviceTakenUp'));
		expect(await mine()).not.toContain(noteId);
		expect(await passed(caseId)).toContain('guest.advised');
	});

	it('writes so many notes and no more', async () => {
		const { guest } = await invited();
		for (let at = 0; at < 20; at++) await act(guest, writeAdvice, { words: `Saran ${at}` });
		await expect(act(guest, writeAdvice, { words: 'Satu lagi' })).rejects.toEqual(refusal('referrals.enoughNotes'));
	});
});

describe('the door', () => {
	it('is shut at once by whoever invited', async () => {
		const { guest, guestId, linkId } = await invited(everyPage);
		await act(by('adviser'), revokeGuest, { guestId, why: 'Sudah cukup' });
		expect(await faultOf(linkId)).toBe('revoked');
		expect(await seenTables(guest)).toEqual(publicRows);
		await expect(act(guest, recordGuestAccess, {})).rejects.toEqual(refusal('missing'));
		await expect(act(guest, writeAdvice, { words: 'Masih?' })).rejects.toEqual(refusal('missing'));
		for (const deed of [
			() => act(by('adviser'), revokeGuest, { guestId, why: 'Lagi' }),
			() => act(by('adviser'), renewGuestLink, { guestId })
		])
			await expect(deed()).rejects.toEqual(refusal('referrals.guestClosed'));
	});

	it('is shut at once when the cooperative withdraws its consent, by its own link', async () => {
		const { guest, linkId, consentId, caseId, cooperativeId, chairId } = await invited(everyPage);
		const board = boardActor(world.sragen.officeId, newId(), cooperativeId, chairId);
		const stranger = boardActor(world.sragen.officeId, newId(), world.sragen.cooperatives.sick, chairId);
		await expect(act(stranger, withdrawConsent, { consentId })).rejects.toEqual(refusal('missing'));
		expect(await ask((reader) => consentsOf(reader, board, cooperativeId, smallNow), board)).toMatchObject([
			{ name: 'Ketut Wardana', state: 'open' }
		]);
		expect(await act(board, withdrawConsent, { consentId })).toEqual({ closed: 1 });
		expect(await faultOf(linkId)).toBe('revoked');
		expect(await seenTables(guest)).toEqual(publicRows);
		await expect(act(board, withdrawConsent, { consentId })).rejects.toEqual(refusal('referrals.consentGone'));
		expect(await passed(caseId)).toContain('consent.withdrawn');
		const [listed] = await ask((reader) => guestsOf(reader, by('adviser'), caseId, smallNow), by('adviser'));
		expect(listed!.state).toBe('consentWithdrawn');
	});

	it('has one slip at a time', async () => {
		const { guestId, linkId } = await invited();
		const { linkId: next } = await act(by('adviser'), renewGuestLink, { guestId }, minutesLater(5));
		expect(await faultOf(linkId)).toBe('revoked');
		expect(await faultOf(next, new Date(daysLater(7).getTime() - 1))).toBeNull();
		expect(await faultOf(next, daysLater(7))).toBe('expired');
	});
});

/** What everybody may see: the names of the offices. */
const publicRows = { offices: 2 };
