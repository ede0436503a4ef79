import { beforeAll, describe, expect, it } from 'vitest';
import { reportMilestone } from '#clinic/cases/server/commands.ts';
import { addBoardTerm } from '#clinic/cooperatives/server/commands/board.ts';
import { withdrawConsent } from '#clinic/referrals/server/commands/guests.ts';
import { assignMentor, endMentorship, recordMentorConsent } from '#clinic/referrals/server/commands/mentors.ts';
import { mentorshipsOf, mentorSuggestions } from '#clinic/referrals/server/reads/mentors.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';
import { agreement, recoveredOf } from './mentored.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const people = ward(test, () => world.sragen);
const { ask, act, diagnosed, monitored, complain } = people;
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];

const recovered = () => recoveredOf(people, world.sragen);
/** With nobody on its board: the small patients would all share theirs. */
const ill = () => diagnosed({ board: [] });
const suggested = async (caseId: string) =>
	(await ask((reader) => mentorSuggestions(reader, by('adviser'), { caseId, zone: 'Asia/Jakarta' }), by('adviser')))
		.mentors;
const found = async (caseId: string, mentorId: string) =>
	(await suggested(caseId)).find(({ cooperativeId }) => cooperativeId === mentorId);
const agrees = (mentorId: string) => act(by('adviser'), recordMentorConsent, { mentorId, ...agreement });
const assign = (caseId: string, mentorId: string, now = minutesLater(5)) =>
	act(by('adviser'), assignMentor, { caseId, mentorId, aim: 'Menunjukkan cara menagih', ...agreement }, now);

describe('mentors', () => {
	it('are recovered cooperatives that had the same cause, with reasons', async () => {
		const mentor = await recovered();
		const { caseId, cooperativeId } = await ill();
		expect((await found(caseId, mentor.cooperativeId))?.objections).toEqual([{ code: 'notAsked' }]);
		await agrees(mentor.cooperativeId);
		const one = await found(caseId, mentor.cooperativeId);
		expect(one).toMatchObject({ mayHelp: true, cause: 'cashShort', objections: [] });
		expect(one!.reasons.map(({ code }) => code)).toEqual([
			'sameCause',
			'recovered',
			'sameDistrict',
			'sameKind',
			'agreed'
		]);
		// Neither the patient itself, nor one that has not recovered, nor one of another office.
		expect(await found(caseId, cooperativeId)).toBeUndefined();
		const stillIll = await monitored();
		expect(await found(caseId, stillIll.cooperativeId)).toBeUndefined();
		await expect(agrees(world.buleleng.cooperatives.healthy)).rejects.toEqual(refusal('missing'));
		await expect(agrees(mentor.cooperativeId)).rejects.toEqual(refusal('referrals.agreedAlready'));
	});

	it('need the consent of both, each recorded', async () => {
		const mentor = await recovered();
		const { caseId } = await ill();
		await expect(assign(caseId, mentor.cooperativeId)).rejects.toEqual(refusal('referrals.mentorNotAsked'));
		const { consentId } = await agrees(mentor.cooperativeId);
		await expect(
			act(by('adviser'), assignMentor, {
				caseId,
				mentorId: mentor.cooperativeId,
				aim: 'Menagih',
				...agreement,
				way: 'letter'
			})
		).rejects.toEqual(badInput({ file: 'consentNeedsPaper' }));
		const { mentorshipId } = await assign(caseId, mentor.cooperativeId);
		await expect(assign(caseId, mentor.cooperativeId)).rejects.toEqual(refusal('referrals.mentorAlready'));
		const listed = async () => (await ask((reader) => mentorshipsOf(reader, by('adviser'), caseId), by('adviser')))[0]!;
		expect(await listed()).toMatchObject({ id: mentorshipId, endedAt: null, consent: { givenBy: 'Ketua' } });
		// The mentor takes its word back: the help ends in the same moment.
		await act(by('adviser'), withdrawConsent, { consentId, why: 'Pengurus berganti' });
		expect(await listed()).toMatchObject({ endedWhy: 'Pengurus berganti' });
		expect((await found(caseId, mentor.cooperativeId))!.hasAgreed).toBe(false);
		await expect(act(by('adviser'), endMentorship, { mentorshipId, why: 'Selesai' }, minutesLater(9))).rejects.toEqual(
			refusal('missing')
		);
	});

	it('are none that share somebody on the board, that are ill again, or that help two already', async () => {
		const mentor = await recovered();
		const patients = [await ill(), await ill(), await ill()];
		await agrees(mentor.cooperativeId);
		const shared = await ill();
		for (const cooperativeId of [mentor.cooperativeId, shared.cooperativeId])
			await act(by('receptionist'), addBoardTerm, { cooperativeId, name: 'Hj. Sri Lestari', role: 'supervisor' });
		await expect(assign(shared.caseId, mentor.cooperativeId)).rejects.toEqual(refusal('referrals.onBothBoards'));
		// Three ask at once; two are helped.
		const asked = await Promise.allSettled(patients.map(({ caseId }) => assign(caseId, mentor.cooperativeId)));
		expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
		expect(asked.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: refusal('referrals.mentorBusy')
		});
		const helped = patients[asked.findIndex(({ status }) => status === 'fulfilled')]!;
		const [one] = await ask((reader) => mentorshipsOf(reader, by('adviser'), helped.caseId), by('adviser'));
		await act(by('adviser'), endMentorship, { mentorshipId: one!.id, why: 'Sudah bisa sendiri' }, minutesLater(9));
		await complain(mentor, 'cashShort');
		const last = await ill();
		expect((await found(last.caseId, mentor.cooperativeId))!.isBack).toBe(false);
		await act(
			world.sragen.system,
			reportMilestone,
			{ caseId: mentor.caseId, stage: 'complaint', what: 'complaint.recorded' },
			minutesLater(20)
		);
		expect((await found(last.caseId, mentor.cooperativeId))!.isBack).toBe(true);
		await expect(assign(last.caseId, mentor.cooperativeId, minutesLater(30))).rejects.toEqual(
			refusal('referrals.mentorIll')
		);
		await expect(assign(last.caseId, newId())).rejects.toEqual(refusal('missing'));
	});
});
