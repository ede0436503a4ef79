import { beforeAll, describe, expect, it } from 'vitest';
import { addBoardTerm } from '#clinic/cooperatives/server/commands/board.ts';
import { answerReferral, makeReferral, withdrawReferral } from '#clinic/referrals/server/commands.ts';
import { raiseOverdue } from '#clinic/referrals/server/commands/overdue.ts';
import {
	clearConflict,
	declareRelation,
	endRelation,
	recordRelation
} from '#clinic/referrals/server/commands/relations.ts';
import {
	changeSpecialist,
	endPause,
	pauseSpecialist,
	setAnswerDays
} from '#clinic/referrals/server/commands/specialists.ts';
import { raiseInAllOffices } from '#clinic/referrals/server/daily.ts';
import { overdueReferrals, referralFile, referralHead, referralsOf } from '#clinic/referrals/server/reads.ts';
import { proposalsFor } from '#clinic/referrals/server/reads/candidates.ts';
import { relationsTo, specialistOf, specialistsOf } from '#clinic/referrals/server/reads/specialists.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, diagnosed, referred, accepted, passed } = ward(test, () => world.sragen);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const day = { today: smallToday, zone: 'Asia/Jakarta' } as const;
const question = 'Berapa kas yang aman?';
const takesAll = { staffId: '', causes: [], districts: [], weeklyLimit: '', hours: {} };
const daysLater = (days: number) => minutesLater(days * 24 * 60);

/** What the form proposes for a case of cash that is short, by name. */
async function proposed(caseId: string) {
	const [proposal] = await ask(
		(reader) => proposalsFor(reader, by('adviser'), { caseId, causes: ['cashShort'], ...day }),
		by('adviser')
	);
	return new Map(proposal!.people.map((one) => [one.name, one]));
}
const against = async (caseId: string, name: string) =>
	(await proposed(caseId)).get(name)!.objections.map(({ code }) => code);
const change = (given: Record<string, unknown>) =>
	act(by('headOfDivision'), changeSpecialist, { ...takesAll, staffId: by('specialist').id, ...given });

describe('who fits', () => {
	it('is proposed with reasons, and who does not with why', async () => {
		const { caseId } = await diagnosed();
		expect([...(await proposed(caseId)).keys()].sort()).toEqual(['Made Suardana', 'Ratna Anggraini']);
		expect((await proposed(caseId)).get('Made Suardana')).toMatchObject({ fits: true });
		await change({ causes: ['badLoans'], districts: ['33.14.05'], weeklyLimit: '0' });
		expect(await against(caseId, 'Made Suardana')).toEqual(['full', 'notSkilled', 'farAway']);
		expect(await ask((reader) => specialistOf(reader, by('adviser'), by('specialist').id, day))).toMatchObject({
			causes: ['badLoans'],
			districts: ['33.14.05'],
			weeklyLimit: 0
		});
		await change({});
		expect(await against(caseId, 'Made Suardana')).toEqual([]);
	});

	it('is set for people of the poli of the own office only, in its own districts', async () => {
		await expect(change({ districts: ['51.08.01'] })).rejects.toEqual(badInput({ districts: 'notUnderstood' }));
		await expect(change({ causes: ['noSuchCause'] })).rejects.toMatchObject({ name: 'BadInput' });
		await expect(change({ weeklyLimit: '51' })).rejects.toEqual(badInput({ weeklyLimit: 'tooLarge:50' }));
		for (const staffId of [world.buleleng.actors.specialist.id, by('receptionist').id, newId()])
			await expect(change({ staffId })).rejects.toEqual(refusal('missing'));
	});

	it('a pause keeps new cases away; others set only their own', async () => {
		const { caseId, diagnosisId } = await diagnosed();
		const pause = { staffId: by('specialist').id, fromOn: '2026-03-01', untilOn: '2026-03-06', reason: 'Cuti' };
		await expect(act(by('adviser'), pauseSpecialist, pause)).rejects.toEqual(refusal('missing'));
		await expect(act(by('specialist'), pauseSpecialist, { ...pause, untilOn: '2026-02-01' })).rejects.toEqual(
			badInput({ untilOn: 'untilBeforeFrom' })
		);
		const { pauseId } = await act(by('specialist'), pauseSpecialist, pause);
		expect(await against(caseId, 'Made Suardana')).toEqual(['paused']);
		const send = { caseId, diagnosisId, toStaffId: by('specialist').id, question };
		await expect(act(by('adviser'), makeReferral, send)).rejects.toEqual(refusal('referrals.paused'));
		await expect(act(by('adviser'), endPause, { pauseId })).rejects.toEqual(refusal('missing'));
		await act(by('headOfDivision'), endPause, { pauseId });
		await act(by('adviser'), makeReferral, send);
	});

	it('a full week takes no more, also of two who ask at once', async () => {
		const [one, two] = [await diagnosed(), await diagnosed()];
		const people = await ask((reader) => specialistsOf(reader, by('adviser'), day));
		const { thisWeek } = people.find(({ staffId }) => staffId === by('specialist').id)!;
		await change({ weeklyLimit: String(thisWeek + 1) });
		const send = ({ caseId, diagnosisId }: typeof one) =>
			act(by('adviser'), makeReferral, { caseId, diagnosisId, toStaffId: by('specialist').id, question });
		const both = await Promise.allSettled([send(one), send(two)]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: refusal('referrals.weekFull') });
		await change({});
	});
});

describe('a conflict of interest', () => {
	it('that a specialist declares closes the file and goes back with the reason', async () => {
		const { caseId, referralId, diagnosisId, cooperativeId } = await referred(by('specialist').id);
		const declared = { referralId, kind: 'relative', note: 'Sepupu ketua' };
		expect(await act(by('specialist'), declareRelation, declared)).toEqual({ isGivenBack: true });
		const [given] = await ask((reader) => referralsOf(reader, by('adviser'), caseId));
		expect(given).toMatchObject({ state: 'refused', answer: 'Sepupu ketua' });
		const again = { caseId, diagnosisId, toStaffId: by('specialist').id, question };
		await expect(act(by('adviser'), makeReferral, again)).rejects.toEqual(refusal('referrals.relationDeclared'));
		// Nor does the poli's common list open it.
		const { referralId: forAll } = await act(by('adviser'), makeReferral, { ...again, toStaffId: '' });
		await expect(
			act(by('specialist'), answerReferral, { referralId: forAll, decision: 'accept' })
		).rejects.toMatchObject({ code: 'referrals.relationDeclared', params: { note: 'Sepupu ketua' } });
		await expect(ask((reader) => referralFile(reader, by('specialist'), forAll), by('specialist'))).rejects.toEqual(
			refusal('referrals.relationDeclared')
		);
		expect(
			(await ask((reader) => referralHead(reader, by('specialist'), forAll), by('specialist'))).conflict
		).toMatchObject({ code: 'declared', kind: 'relative' });
		expect(await against(caseId, 'Made Suardana')).toContain('conflict');
		expect(await against(caseId, 'Ratna Anggraini')).not.toContain('conflict');

		const [relation] = await ask((reader) => relationsTo(reader, by('adviser'), cooperativeId));
		const ended = { relationId: relation!.id, why: 'Bercerai' };
		await act(by('headOfDivision'), endRelation, ended);
		await expect(act(by('headOfDivision'), endRelation, ended)).rejects.toEqual(refusal('missing'));
		await act(by('specialist'), answerReferral, { referralId: forAll, decision: 'accept' });
	});

	it('hands an accepted case back; of a poli’s common list the others still may take it', async () => {
		const { caseId, referralId } = await accepted();
		await act(by('specialist'), declareRelation, { referralId, kind: 'creditor', note: 'Meminjamkan uang' });
		expect((await ask((reader) => referralsOf(reader, by('adviser'), caseId)))[0]).toMatchObject({ state: 'refused' });
		const common = await referred();
		const declared = { referralId: common.referralId, kind: 'other', note: 'Bertetangga' };
		expect(await act(by('specialist'), declareRelation, declared)).toEqual({ isGivenBack: false });
		await act(by('adviser'), answerReferral, { referralId: common.referralId, decision: 'accept' });
		await expect(act(by('specialist'), declareRelation, declared)).rejects.toEqual(refusal('missing'));
	});

	it('is found on the board by the name, until the head of division decides otherwise', async () => {
		const { caseId, diagnosisId, cooperativeId } = await diagnosed();
		await act(by('receptionist'), addBoardTerm, {
			cooperativeId,
			name: 'Drs. Made Suardana, M.M.',
			role: 'supervisor'
		});
		const send = { caseId, diagnosisId, toStaffId: by('specialist').id, question };
		await expect(act(by('adviser'), makeReferral, send)).rejects.toEqual(refusal('referrals.onItsBoard'));
		const decided = { caseId, staffId: by('specialist').id, note: 'Orang lain, NIK-nya berbeda' };
		await expect(act(by('adviser'), clearConflict, decided)).rejects.toEqual(refusal('forbidden'));
		await act(by('headOfDivision'), clearConflict, decided);
		await expect(act(by('headOfDivision'), clearConflict, decided)).rejects.toEqual(
			refusal('referrals.nothingToClear')
		);
		const { referralId } = await act(by('adviser'), makeReferral, send);
		// What is declared afterwards stands against that decision.
		await act(by('adviser'), recordRelation, { ...decided, kind: 'boardMember', note: 'Ternyata benar pengawas' });
		await expect(act(by('specialist'), answerReferral, { referralId, decision: 'accept' })).rejects.toEqual(
			refusal('referrals.relationDeclared')
		);
		await act(by('specialist'), answerReferral, { referralId, decision: 'refuse', answer: 'Pengawasnya saya' });
	});
});

describe('the clock', () => {
	const dueOn = async (caseId: string) => (await ask((reader) => referralsOf(reader, by('adviser'), caseId)))[0]!.dueOn;

	it('counts working days as the office sets them; what waits keeps its day', async () => {
		const first = await referred();
		expect(await dueOn(first.caseId)).toBe('2026-03-05');
		await act(by('headOfDivision'), setAnswerDays, { answerDays: '5' });
		expect(await dueOn((await referred()).caseId)).toBe('2026-03-09');
		expect(await dueOn(first.caseId)).toBe('2026-03-05');
		await expect(act(by('headOfDivision'), setAnswerDays, { answerDays: '0' })).rejects.toEqual(
			badInput({ answerDays: 'tooSmall:1' })
		);
		await act(by('headOfDivision'), setAnswerDays, { answerDays: '3' });
	});

	it('raises what is overdue once, and not before the day has passed', async () => {
		const late = await referred();
		const waits = async () =>
			(await ask((reader) => overdueReferrals(reader, by('headOfDivision')), by('headOfDivision'))).map(({ id }) => id);
		const clock = { ...world.sragen.system, permissions: new Set(['referral.raise']) };
		await act(clock, raiseOverdue, {}, daysLater(3));
		expect(await waits()).not.toContain(late.referralId);
		// Of two passes at once one raises it.
		await Promise.all([1, 2].map(() => act(clock, raiseOverdue, {}, daysLater(4))));
		expect(await waits()).toContain(late.referralId);
		expect((await passed(late.caseId)).filter((what) => what === 'referral.overdue')).toHaveLength(1);
		expect(await raiseInAllOffices(test.database, daysLater(5))).toBe(0);
		await act(by('specialist'), answerReferral, { referralId: late.referralId, decision: 'accept' }, daysLater(5));
		expect(await waits()).not.toContain(late.referralId);
	});

	it('a question is taken back while nobody has answered', async () => {
		const { caseId, referralId } = await referred();
		const back = { referralId, why: 'Salah poli' };
		await expect(act(by('specialist'), withdrawReferral, back)).rejects.toEqual(refusal('forbidden'));
		await act(by('adviser'), withdrawReferral, back);
		expect((await ask((reader) => referralsOf(reader, by('adviser'), caseId)))[0]).toMatchObject({
			state: 'withdrawn',
			answer: 'Salah poli'
		});
		await expect(act(by('adviser'), withdrawReferral, back)).rejects.toEqual(refusal('referrals.answered'));
		await expect(act(by('specialist'), answerReferral, { referralId, decision: 'accept' })).rejects.toEqual(
			refusal('referrals.answered')
		);
	});
});
