import { beforeAll, describe, expect, it } from 'vitest';
import { recordComplaint } from '#clinic/cases/server/commands.ts';
import { declareRecovered } from '#clinic/closures/server/commands/outcome.ts';
import { recoveriesOf, recoveryOf } from '#clinic/closures/server/reads.ts';
import { noteHealth } from '#clinic/cooperatives/server/commands/health.ts';
import { planFollowUp, recordFollowUp } from '#clinic/monitoring/server/commands/controls.ts';
import { followUpsOf, nextControl } from '#clinic/monitoring/server/reads.ts';
import { recordSession } from '#clinic/treatments/server/commands/sessions.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, note, arrived, complain, planned, monitored, stageOf, passed, lastPassed } = ward(
	test,
	() => world.sragen
);
const by = (role: keyof SmallWorld['sragen']['actors']) => world.sragen.actors[role];
const outcome = { note: 'Kas cukup tiga bulan berturut-turut', nextOn: '2026-09-01' };
const criteria = (caseId: string, minutes = 0) =>
	ask((reader) => recoveryOf(reader, by('adviser'), caseId, minutesLater(minutes)));
const unmet = async (caseId: string) => (await criteria(caseId))!.filter(({ met }) => !met).map(({ code }) => code);
const health = (cooperativeId: string, category: string) =>
	act(world.sragen.system, noteHealth, { cooperativeId, category, on: smallToday });

describe('declareRecovered', () => {
	it('keeps every criterion as it stands, and monitoring goes on with the next control dated', async () => {
		const { caseId, followUpId } = await monitored();
		await act(by('adviser'), recordFollowUp, { caseId, followUpId, findings: 'Baik' }, minutesLater(1));
		const { recoveryId } = await act(by('adviser'), declareRecovered, { caseId, ...outcome }, minutesLater(2));
		expect(await stageOf(caseId)).toBe('recovered');
		const [recovery] = await ask((reader) => recoveriesOf(reader, by('adviser'), caseId));
		expect(recovery).toMatchObject({ id: recoveryId, note: outcome.note, byName: 'Ratna Anggraini' });
		expect(recovery!.criteria).toEqual([
			{ code: 'causeGone', met: true, params: { cause: 'cashShort', evidence: 0 } },
			{ code: 'meetingReported', met: true, params: { bookYear: 2024 } },
			{ code: 'categoryFair', met: true, params: { category: '' } }
		]);
		expect((await passed(caseId)).slice(0, 2)).toEqual(['followUp.planned', 'case.recovered']);
		expect(nextControl(await ask((reader) => followUpsOf(reader, by('adviser'), caseId)))).toBe('2026-09-01');
	});

	it('stays recovered through later controls and talks', async () => {
		const { caseId } = await monitored();
		await act(by('adviser'), declareRecovered, { caseId, ...outcome });
		await act(by('adviser'), recordFollowUp, { caseId, findings: 'Tetap baik', nextOn: '2027-03-01' }, minutesLater(1));
		await act(by('adviser'), planFollowUp, { caseId, dueOn: '2027-02-01' }, minutesLater(2));
		await act(by('adviser'), recordSession, { caseId, ...note }, minutesLater(3));
		expect(await stageOf(caseId)).toBe('recovered');
	});

	it('refuses while the main cause fires anew', async () => {
		const patient = await monitored();
		await act(by('adviser'), recordFollowUp, { caseId: patient.caseId, findings: 'Kas kurang lagi' });
		const again = { caseId: patient.caseId, words: 'Kas kurang lagi', codes: ['cashShort'] };
		await act(by('adviser'), recordComplaint, again, minutesLater(1));
		expect(await unmet(patient.caseId)).toEqual(['causeGone']);
		const refused = act(by('adviser'), declareRecovered, { caseId: patient.caseId, ...outcome }, minutesLater(2));
		await expect(refused).rejects.toEqual(refusal('closures.notRecovered'));
		await expect(refused).rejects.toMatchObject({ params: { count: 1, unmet: 'causeGone' } });
		expect(await stageOf(patient.caseId)).toBe('monitoring');
		expect((await lastPassed(patient.caseId)).what).toBe('complaint.recorded');
		expect(await ask((reader) => recoveriesOf(reader, by('adviser'), patient.caseId))).toEqual([]);
	});

	it('refuses while the last meeting due is not reported and the category is too low, and lists both', async () => {
		const { caseId, cooperativeId } = await monitored();
		await test.admin.query(
			'update annual_meetings set reported_on = null where cooperative_id = $1 and book_year = 2024',
			[cooperativeId]
		);
		await health(cooperativeId, 'underSupervision');
		await expect(act(by('adviser'), declareRecovered, { caseId, ...outcome })).rejects.toMatchObject({
			params: { count: 2, unmet: 'meetingReported, categoryFair' }
		});
		await health(cooperativeId, 'fairlyHealthy');
		expect(await unmet(caseId)).toEqual(['meetingReported']);
	});

	it('not out of treatment, and not twice', async () => {
		const { caseId } = await planned();
		await expect(act(by('adviser'), declareRecovered, { caseId, ...outcome })).rejects.toEqual(refusal('cases.notNow'));
		await act(by('adviser'), planFollowUp, { caseId, dueOn: '2026-04-01' });
		await act(by('adviser'), declareRecovered, { caseId, ...outcome }, minutesLater(1));
		await expect(act(by('adviser'), declareRecovered, { caseId, ...outcome }, minutesLater(2))).rejects.toEqual(
			refusal('closures.alreadyRecovered')
		);
	});

	it('of two at once one declares', async () => {
		const { caseId } = await monitored();
		const both = await Promise.allSettled(
			[1, 2].map(() => act(by('adviser'), declareRecovered, { caseId, ...outcome }))
		);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
		expect(await ask((reader) => recoveriesOf(reader, by('adviser'), caseId))).toHaveLength(1);
	});

	it('wants a note and a next control that lies ahead', async () => {
		const { caseId } = await monitored();
		await expect(act(by('adviser'), declareRecovered, { caseId, note: '', nextOn: '' })).rejects.toEqual(
			badInput({ note: 'required', nextOn: 'required' })
		);
		await expect(act(by('adviser'), declareRecovered, { caseId, ...outcome, nextOn: smallToday })).rejects.toEqual(
			badInput({ nextOn: 'notAfterToday' })
		);
	});

	it('answers a foreign case like a missing one, and refuses who may not', async () => {
		const { caseId } = await monitored();
		await expect(act(world.buleleng.actors.adviser, declareRecovered, { caseId, ...outcome })).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(by('adviser'), declareRecovered, { caseId: newId(), ...outcome })).rejects.toEqual(
			refusal('missing')
		);
		await expect(act(by('headOfOffice'), declareRecovered, { caseId, ...outcome })).rejects.toEqual(
			refusal('forbidden')
		);
	});

	it('a relapse begins again at the complaint', async () => {
		const patient = await monitored();
		await act(by('adviser'), declareRecovered, { caseId: patient.caseId, ...outcome });
		await act(
			by('adviser'),
			recordComplaint,
			{ caseId: patient.caseId, words: 'Macet lagi', codes: ['badLoans'] },
			minutesLater(1)
		);
		expect(await stageOf(patient.caseId)).toBe('complaint');
	});
});

describe('recoveryOf', () => {
	it('is nothing before a diagnosis', async () => {
		const patient = await arrived();
		await complain(patient, 'losses');
		expect(await criteria(patient.caseId)).toBeNull();
	});
});
