import { beforeAll, describe, expect, it } from 'vitest';
import { papersOn } from '#clinic/papers/server/reads.ts';
import {
	callConference,
	cancelConference,
	draftConferenceMinutes,
	recordConference
} from '#clinic/referrals/server/commands/conferences.ts';
import { conferenceMinutes } from '#clinic/referrals/server/papers/conference-minutes.ts';
import { conferenceOf, conferencesComing, conferencesOf } from '#clinic/referrals/server/reads/conferences.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, diagnosed, passed } = ward(test, () => world.sragen);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const look = (conferenceId: string) =>
	ask((reader) => conferenceOf(reader, by('adviser'), conferenceId, smallToday), by('adviser'));

const calling = (caseId: string) => ({
	caseId,
	onDay: smallToday,
	startsAt: '13:30',
	place: 'Ruang rapat',
	question: 'Diteruskan atau diusulkan bubar?',
	agenda: '1. Keadaan kas\n- Sikap pengurus\n\nLangkah berikutnya',
	staffIds: [by('adviser').id, by('specialist').id],
	outsiders: 'Ida Bagus Mantra, Dekopinda'
});
async function called() {
	const patient = await diagnosed();
	const { conferenceId } = await act(by('adviser'), callConference, calling(patient.caseId));
	return { ...patient, conferenceId, asked: (await look(conferenceId)).participants };
}
type Called = Awaited<ReturnType<typeof called>>;
const outcome = ({ conferenceId, asked }: Called, stances = ['agrees', 'disagrees', 'absent']) => ({
	conferenceId,
	positions: asked.map(({ id }, at) => ({
		participantId: id,
		stance: stances[at],
		words: at === 1 ? 'Terlalu cepat' : ''
	})),
	decision: 'Diteruskan tiga bulan, lalu dilihat lagi.',
	tasks: [
		{ what: 'Dampingi rapat anggota', who: 'Ratna', dueOn: '2026-04-01' },
		{ what: '', who: '', dueOn: '' }
	]
});

describe('a case conference', () => {
	it('has an agenda and participants, positions, a decision and what follows', async () => {
		const conference = await called();
		expect(await look(conference.conferenceId)).toMatchObject({
			state: 'coming',
			agenda: ['Keadaan kas', 'Sikap pengurus', 'Langkah berikutnya'],
			participants: [
				{ name: 'Made Suardana', capacity: 'Dekopinda', stance: null },
				{ name: 'Ratna Anggraini', stance: null },
				{ name: 'Ida Bagus Mantra', capacity: 'Dekopinda', staffId: null }
			]
		});
		await act(by('adviser'), recordConference, outcome(conference));
		expect(await look(conference.conferenceId)).toMatchObject({
			state: 'held',
			decision: 'Diteruskan tiga bulan, lalu dilihat lagi.',
			participants: [{ stance: 'agrees' }, { stance: 'disagrees', words: 'Terlalu cepat' }, { stance: 'absent' }],
			tasks: [{ what: 'Dampingi rapat anggota', who: 'Ratna', dueOn: '2026-04-01' }]
		});
		expect((await passed(conference.caseId)).slice(0, 2)).toEqual(['conference.held', 'conference.called']);
		await expect(act(by('adviser'), recordConference, outcome(conference))).rejects.toEqual(
			refusal('referrals.conferenceHeld')
		);
		await expect(
			act(by('adviser'), cancelConference, { conferenceId: conference.conferenceId, why: 'Lupa' })
		).rejects.toEqual(refusal('referrals.conferenceHeld'));
	});

	it('is written down when it was held, by two at least, with everybody’s stance', async () => {
		const patient = await diagnosed();
		const call = (change: Record<string, unknown>) =>
			act(by('adviser'), callConference, { ...calling(patient.caseId), ...change });
		await expect(call({ onDay: '2026-03-01' })).rejects.toEqual(badInput({ onDay: 'dayPassed' }));
		await expect(call({ staffIds: [] })).rejects.toEqual(badInput({ staffIds: 'noParticipant' }));
		await expect(call({ agenda: '\n' })).rejects.toEqual(badInput({ agenda: 'required' }));
		await expect(call({ staffIds: [world.buleleng.actors.adviser.id] })).rejects.toEqual(refusal('missing'));
		const { conferenceId } = await call({ onDay: '2026-03-04' });
		const coming = { ...patient, conferenceId, asked: (await look(conferenceId)).participants };
		await expect(act(by('adviser'), recordConference, outcome(coming))).rejects.toEqual(
			refusal('referrals.conferenceToCome')
		);
		const later = minutesLater(3 * 24 * 60);
		await expect(
			act(by('adviser'), recordConference, outcome(coming, ['agrees', 'absent', 'absent']), later)
		).rejects.toEqual(refusal('referrals.tooFewPresent'));
		const foreign = { participantId: newId(), stance: 'agrees', words: '' };
		const given = outcome(coming);
		await expect(
			act(by('adviser'), recordConference, { ...given, positions: [...given.positions, foreign] }, later)
		).rejects.toEqual(refusal('missing'));
		await expect(
			act(by('adviser'), recordConference, { ...given, positions: given.positions.slice(1) }, later)
		).rejects.toEqual(badInput({ positions: 'required' }));
		await expect(
			act(by('adviser'), recordConference, { ...given, tasks: [{ what: 'Latih', who: '', dueOn: '' }] }, later)
		).rejects.toMatchObject({ name: 'BadInput' });
		await act(by('adviser'), recordConference, given, later);
	});

	it('stands on the list until it is held or called off', async () => {
		const { conferenceId, caseId } = await called();
		const list = async () =>
			(await ask((reader) => conferencesComing(reader, by('adviser'), '2026-03-05'), by('adviser'))).find(
				({ id }) => id === conferenceId
			)?.state;
		expect(await list()).toBe('overdue');
		await act(by('adviser'), cancelConference, { conferenceId, why: 'Ketua sakit' });
		expect(await list()).toBeUndefined();
		expect(
			(await ask((reader) => conferencesOf(reader, by('adviser'), caseId, smallToday), by('adviser')))[0]
		).toMatchObject({ state: 'cancelled', cancelledWhy: 'Ketua sakit' });
		await expect(act(by('adviser'), cancelConference, { conferenceId, why: 'Lagi' })).rejects.toEqual(
			refusal('referrals.conferenceCancelled')
		);
	});

	it('has minutes as a paper, one at a time', async () => {
		const conference = await called();
		const draft = () =>
			act(by('adviser'), draftConferenceMinutes, { conferenceId: conference.conferenceId }, minutesLater(1));
		await expect(draft()).rejects.toEqual(refusal('referrals.conferenceNotHeld'));
		await act(by('adviser'), recordConference, outcome(conference));
		const both = await Promise.allSettled([draft(), draft()]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: refusal('referrals.minutesThere')
		});
		const papers = await ask((reader) => papersOn(reader, by('adviser'), conference.conferenceId), by('adviser'));
		expect(papers.map(({ kind, state }) => [kind, state])).toEqual([['conferenceMinutes', 'draft']]);
		const content = conferenceMinutes(await look(conference.conferenceId), 'Dinas Koperasi');
		expect(JSON.stringify(content)).toContain('Terlalu cepat');
		expect(content.parts.map(({ part }) => part)).toEqual([
			'paragraph',
			'facts',
			'title',
			'list',
			'title',
			'table',
			'title',
			'paragraph',
			'title',
			'table'
		]);
	});
});
