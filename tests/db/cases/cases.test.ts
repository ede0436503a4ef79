import { beforeAll, describe, expect, it } from 'vitest';
import {
	openCase,
	overrideTriage,
	recordAccess,
	recordComplaint,
	reportMilestone,
	retriage,
	takeCase
} from '#clinic/cases/server/commands.ts';
import { caseFile, caseOf, lastTriage, openCaseOf, timelineOf } from '#clinic/cases/server/reads.ts';
import { stageBoard } from '#clinic/cases/server/reads/board.ts';
import { noteHealth } from '#clinic/cooperatives/server/commands/health.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import type { Stage } from '#clinic/cases/journey.ts';
import type { Actor } from '#platform/actor.ts';
import { BadInput, perform, type Command, type Json } from '#platform/command.ts';
import { read, type Reader } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import type { GenericSchema } from 'valibot';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallToday, smallWorld, type SmallOffice, type SmallWorld } from '../../world/small.ts';

type SmallCooperative = keyof SmallOffice['cooperatives'];

const base = testDatabase();
let world: SmallWorld;
let office: SmallOffice;
beforeAll(async () => {
	world = await smallWorld(base.database);
	office = world.sragen;
});

const ask = <T>(question: (reader: Reader) => Promise<T>, actor: Actor = office.system) =>
	read(base.database, actor, question);
const act = <Result extends Json>(
	deed: unknown,
	input: unknown,
	actor: Actor = office.actors.adviser,
	now = smallNow
) =>
	perform({ database: base.database, actor, now, commandId: newId() }, deed as Command<GenericSchema, Result>, input);
const refusal = (code: string) => expect.objectContaining({ name: 'Refusal', code });
const minutes = (count: number) => new Date(smallNow.getTime() + count * 60_000);

/** A case of its own, carried to a stage by the milestones that later stops would report. */
async function caseAt(story: SmallCooperative, ...stages: Stage[]): Promise<Id<'Case'>> {
	const open = await ask((reader) => openCaseOf(reader, office.system, office.cooperatives[story]));
	if (open)
		await act(reportMilestone, { caseId: open.id, stage: null, what: 'test.closed' }).then(() => closeRow(open.id));
	const { caseId } = (await act(openCase, { caseId: newId(), cooperativeId: office.cooperatives[story] })) as {
		caseId: Id<'Case'>;
	};
	for (const stage of stages) await act(reportMilestone, { caseId, stage, what: `test.${stage}` });
	return caseId;
}
const closeRow = (caseId: string) => base.admin.query('update cases set closed_at = now() where id = $1', [caseId]);
const triageOf = (caseId: Id<'Case'>) => ask((reader) => lastTriage(reader, caseId));
const stageNow = async (caseId: string) => (await ask((reader) => caseOf(reader, office.system, caseId))).stage;

describe('openCase', () => {
	it('opens one case a cooperative and finds it again', async () => {
		const cooperativeId = office.cooperatives.healthy;
		const [a, b] = (await Promise.all([1, 2].map(() => act(openCase, { caseId: newId(), cooperativeId })))) as {
			caseId: string;
			isNew: boolean;
		}[];
		expect(a!.caseId).toBe(b!.caseId);
		expect([a!.isNew, b!.isNew].sort()).toEqual([false, true]);
	});
	it('numbers cases by year', async () => {
		const { number } = await ask((reader) => caseOf(reader, office.system, office.caseId));
		expect(number).toBe('2026-001');
	});
	it('opens none for a foreign cooperative', async () => {
		for (const cooperativeId of [world.buleleng.cooperatives.sick, newId()])
			await expect(act(openCase, { caseId: newId(), cooperativeId })).rejects.toEqual(refusal('missing'));
	});
});

describe('reportMilestone', () => {
	it('refuses what the journey does not allow, and changes nothing', async () => {
		const caseId = await caseAt('sharia');
		await expect(act(reportMilestone, { caseId, stage: 'treatment', what: 'plan.approved' })).rejects.toEqual(
			refusal('cases.notNow')
		);
		expect(await stageNow(caseId)).toBe('arrived');
	});
	it('closes a case for good', async () => {
		const caseId = await caseAt('sharia', 'complaint', 'diagnosis', 'dissolutionProposed', 'closed');
		expect(await stageNow(caseId)).toBe('closed');
		for (const [deed, input] of [
			[reportMilestone, { stage: null, what: 'test.late' }],
			[recordComplaint, { words: 'x', codes: [] }],
			[overrideTriage, { level: 'urgent', reason: 'x' }],
			[retriage, {}],
			[takeCase, {}]
		] as const)
			await expect(act(deed, { caseId, ...input })).rejects.toEqual(refusal('cases.closed'));
		expect(await ask((reader) => openCaseOf(reader, office.system, office.cooperatives.sharia))).toBeNull();
	});
});

describe('recordComplaint', () => {
	it('takes down words and codes, turns the stage and triages', async () => {
		const caseId = await caseAt('sick');
		const result = await act(
			recordComplaint,
			{ caseId, words: 'Kas tidak cukup untuk menarik simpanan', codes: ['cashShort'] },
			office.actors.receptionist
		);
		expect(result).toMatchObject({ level: 'urgent' });
		const file = await ask((reader) => caseFile(reader, office.system, caseId));
		expect(file.stage).toBe('complaint');
		expect(file.complaints).toMatchObject([{ words: 'Kas tidak cukup untuk menarik simpanan', codes: ['cashShort'] }]);
		// The sick one has held no meeting since 2022: of the years due, 2023 and 2024 are missed.
		expect(file.triage).toMatchObject({
			level: 'urgent',
			computedLevel: 'urgent',
			overrideReason: null,
			reasons: [
				{ code: 'complaint', params: { complaint: 'cashShort', level: 'urgent' } },
				{ code: 'meetingsMissed', params: { count: 2, level: 'urgent' } },
				{ code: 'lossesRunning', params: { count: 3, level: 'routine' } }
			]
		});
		expect(file.milestones[0]).toMatchObject({
			what: 'complaint.recorded',
			byName: 'Siti Aminah',
			why: 'Kas tidak cukup untuk menarik simpanan'
		});
		expect(file.adviser).toBeNull();
	});

	it('makes the officer who listens the adviser of a case without one', async () => {
		const caseId = await caseAt('village');
		await act(recordComplaint, { caseId, words: 'Belum punya NIB', codes: ['noBusinessNumber'] });
		await act(
			recordComplaint,
			{ caseId, words: 'Belum punya NIK', codes: ['noRegistryNumber'] },
			office.actors.headOfDivision
		);
		expect((await ask((reader) => caseFile(reader, office.system, caseId))).adviser).toMatchObject({
			id: office.actors.adviser.id,
			name: 'Ratna Anggraini'
		});
	});

	it('works with words alone, and needs them', async () => {
		const caseId = await caseAt('village');
		await expect(act(recordComplaint, { caseId, words: 'Ingin bertanya soal NIB', codes: [] })).resolves.toMatchObject({
			level: 'information'
		});
		await expect(act(recordComplaint, { caseId, words: ' ', codes: ['losses'] })).rejects.toEqual(
			expect.objectContaining({ issues: { words: 'required' } })
		);
		await expect(act(recordComplaint, { caseId, words: 'x', codes: ['nonsense'] })).rejects.toBeInstanceOf(BadInput);
	});

	it('does not throw a case in treatment back', async () => {
		const caseId = await caseAt('cold', 'complaint', 'diagnosis', 'referral', 'treatment');
		await act(recordComplaint, { caseId, words: 'Anggota keluar', codes: ['membersLeaving'] });
		expect(await stageNow(caseId)).toBe('treatment');
	});

	it('counts the complaints of this illness, not those of one that is healed', async () => {
		const caseId = await caseAt('healthy');
		await act(recordComplaint, { caseId, words: 'Uang hilang', codes: ['moneyMissing'] });
		await act(recordComplaint, { caseId, words: 'Tanya aturan', codes: ['asksRules'] });
		expect((await triageOf(caseId))?.level).toBe('emergency');
		for (const stage of ['diagnosis', 'referral', 'treatment', 'monitoring', 'recovered'] as const)
			await act(reportMilestone, { caseId, stage, what: `test.${stage}` }, undefined, minutes(5));
		expect(await triageOf(caseId)).toMatchObject({ level: 'information', overrideReason: null });
		await act(recordComplaint, { caseId, words: 'Tanya aturan lagi', codes: ['asksRules'] }, undefined, minutes(10));
		expect(await stageNow(caseId)).toBe('complaint');
		// Who only asks is not back; who hurts again within the year is.
		expect((await triageOf(caseId))?.level).toBe('information');
		await act(recordComplaint, { caseId, words: 'Rugi lagi', codes: ['losses'] }, undefined, minutes(12));
		expect(await triageOf(caseId)).toMatchObject({
			level: 'urgent',
			reasons: [{ code: 'cameBack', params: { on: '2026-03-02' } }, { code: 'complaint' }, { code: 'complaint' }]
		});
	});

	it('is not for specialists, nor for foreign cases', async () => {
		const input = { caseId: office.caseId, words: 'x', codes: [] };
		await expect(act(recordComplaint, input, office.actors.specialist)).rejects.toEqual(refusal('forbidden'));
		for (const caseId of [world.buleleng.caseId, newId(), 'no-id'])
			await expect(act(recordComplaint, { ...input, caseId })).rejects.toEqual(refusal('missing'));
	});
});

describe('triage', () => {
	it('keeps what later stops have learnt until they say otherwise, or the case is healed', async () => {
		const caseId = await caseAt('healthy');
		const cash = { code: 'cashRatioLow', level: 'urgent', bookYear: 2024, measured: { ratio: '4.000', limit: '10' } };
		await act(retriage, { caseId, findings: [cash] });
		expect(await triageOf(caseId)).toMatchObject({
			level: 'urgent',
			reasons: [{ code: 'measured', params: { finding: 'cashRatioLow', ratio: '4.000', limit: '10' } }]
		});
		const diagnosis = { severity: 'moderate', number: 'K03', id: 'Usaha merugi', en: 'Running at a loss' };
		await act(retriage, { caseId, diagnosis }, undefined, minutes(1));
		expect((await triageOf(caseId))?.reasons.map(({ code }) => code)).toEqual(['measured', 'diagnosed']);
		await act(retriage, { caseId, findings: [] }, undefined, minutes(2));
		expect(await triageOf(caseId)).toMatchObject({ level: 'routine', reasons: [{ code: 'diagnosed' }] });
		await act(recordComplaint, { caseId, words: 'Rugi', codes: ['losses'] }, undefined, minutes(3));
		for (const stage of ['diagnosis', 'referral', 'treatment', 'monitoring', 'recovered'] as const)
			await act(reportMilestone, { caseId, stage, what: `test.${stage}` }, undefined, minutes(5));
		expect((await triageOf(caseId))?.reasons.map(({ code }) => code)).toEqual(['nothingPressing']);
	});

	it('knows what ran out in the register: the board’s term and the licence to take savings', async () => {
		const caseId = await caseAt('dormant');
		await base.admin.query(
			`insert into licences (id, office_id, cooperative_id, kind, valid_until, created_at, created_by_name)
			 select $1, office_id, cooperative_id, 'savingsLicence', '2025-12-31', now(), 'Siti' from cases where id = $2`,
			[newId(), caseId]
		);
		await act(retriage, { caseId });
		const { reasons } = (await triageOf(caseId))!;
		expect(reasons).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ code: 'savingsLicenceEnded', params: { level: 'urgent', on: '2025-12-31' } }),
				expect.objectContaining({ code: 'boardEnded' })
			])
		);
	});

	it('reads the newest examination from the register', async () => {
		const caseId = await caseAt('village');
		const cooperativeId = office.cooperatives.village;
		await act(retriage, { caseId });
		expect((await triageOf(caseId))?.level).toBe('information');
		await act(noteHealth, { cooperativeId, category: 'underSpecialSupervision', on: '2026-02-20' });
		await act(retriage, { caseId });
		expect(await triageOf(caseId)).toMatchObject({
			level: 'urgent',
			reasons: [
				{ code: 'category', params: { category: 'underSpecialSupervision', on: '2026-02-20', level: 'urgent' } }
			]
		});
		await act(noteHealth, { cooperativeId, category: 'healthy', on: '2026-02-19' });
		expect((await ask((reader) => identityOf(reader, office.system, cooperativeId, smallToday))).health).toEqual({
			category: 'underSpecialSupervision',
			on: '2026-02-20'
		});
		await act(noteHealth, { cooperativeId, category: 'healthy', on: '2026-02-21' });
		await act(retriage, { caseId });
		expect((await triageOf(caseId))?.level).toBe('information');
	});

	it('may be overridden with a reason, which stands beside what the rule said', async () => {
		const caseId = await caseAt('cold');
		await act(recordComplaint, { caseId, words: 'Penjualan turun', codes: ['salesFalling'] });
		await act(overrideTriage, { caseId, level: 'emergency', reason: 'Ketua meninggal kemarin' });
		expect(await triageOf(caseId)).toMatchObject({
			level: 'emergency',
			computedLevel: 'routine',
			overrideReason: 'Ketua meninggal kemarin'
		});
		const [newest] = (await ask((reader) => caseFile(reader, office.system, caseId))).milestones;
		expect(newest).toMatchObject({
			what: 'triage.overridden',
			params: { from: 'routine', to: 'emergency' },
			why: 'Ketua meninggal kemarin'
		});
		// It stands while the rule says the same, and gives way when the rule says something else.
		await act(recordComplaint, { caseId, words: 'Rugi juga', codes: ['losses'] });
		expect(await triageOf(caseId)).toMatchObject({ level: 'emergency', overrideReason: 'Ketua meninggal kemarin' });
		await act(recordComplaint, { caseId, words: 'Kas kurang', codes: ['cashShort'] });
		expect(await triageOf(caseId)).toMatchObject({ level: 'urgent', computedLevel: 'urgent', overrideReason: null });
	});

	it('is overridden only where there is one, to another level, with a reason, by those who care', async () => {
		const caseId = await caseAt('cold');
		const input = { caseId, level: 'urgent', reason: 'Sudah lansia' };
		await expect(act(overrideTriage, input)).rejects.toEqual(refusal('cases.notTriaged'));
		await act(recordComplaint, { caseId, words: 'Penjualan turun', codes: ['salesFalling'] });
		await expect(act(overrideTriage, { ...input, level: 'routine' })).rejects.toEqual(refusal('cases.sameLevel'));
		await expect(act(overrideTriage, { ...input, reason: '' })).rejects.toEqual(
			expect.objectContaining({ issues: { reason: 'required' } })
		);
		await expect(act(overrideTriage, input, office.actors.receptionist)).rejects.toEqual(refusal('forbidden'));
		await expect(act(overrideTriage, { ...input, caseId: world.buleleng.caseId })).rejects.toEqual(refusal('missing'));
		await expect(act(retriage, { caseId: world.buleleng.caseId })).rejects.toEqual(refusal('missing'));
	});
});

describe('noteHealth', () => {
	it('is for the office’s own cooperatives', async () => {
		const input = { category: 'healthy', on: '2026-02-20' };
		for (const cooperativeId of [world.buleleng.cooperatives.sick, newId()])
			await expect(act(noteHealth, { ...input, cooperativeId })).rejects.toEqual(refusal('missing'));
	});
});

describe('takeCase', () => {
	it('hands the case to whoever takes it, once', async () => {
		const caseId = await caseAt('cold');
		await act(takeCase, { caseId });
		await act(takeCase, { caseId });
		await act(takeCase, { caseId }, office.actors.inspector);
		const file = await ask((reader) => caseFile(reader, office.system, caseId));
		expect(file.adviser?.name).toBe('Bagus Wicaksono');
		expect(file.milestones.filter(({ what }) => what === 'case.taken').map(({ byName }) => byName)).toEqual([
			'Bagus Wicaksono',
			'Ratna Anggraini'
		]);
	});
	it('is for officers who care, in person', async () => {
		await expect(act(takeCase, { caseId: office.caseId }, office.actors.receptionist)).rejects.toEqual(
			refusal('forbidden')
		);
		await expect(act(takeCase, { caseId: office.caseId }, office.system)).rejects.toEqual(refusal('forbidden'));
		await expect(act(takeCase, { caseId: world.buleleng.caseId })).rejects.toEqual(refusal('missing'));
	});
});

describe('recordAccess', () => {
	const looks = async (caseId: string) =>
		(
			await base.admin.query('select actor_id, at from case_accesses where case_id = $1 order by at', [caseId])
		).rows.map((row) => row.actor_id as string);

	it('writes who opened the file, and not each reload', async () => {
		const { caseId } = office;
		const { adviser, headOfOffice } = office.actors;
		await act(recordAccess, { caseId }, adviser);
		await act(recordAccess, { caseId }, adviser, minutes(4));
		await act(recordAccess, { caseId }, headOfOffice, minutes(4));
		await act(recordAccess, { caseId }, adviser, minutes(6));
		expect(await looks(caseId)).toEqual([adviser.id, headOfOffice.id, adviser.id]);
	});
	it('is kept for good', async () => {
		const app = base.database.pool;
		await expect(app.query('delete from case_accesses')).rejects.toThrow(/permission denied/);
		await expect(app.query(`update triages set level = 'routine'`)).rejects.toThrow(/permission denied/);
	});
	it('opens no foreign file, and none to a specialist', async () => {
		await expect(act(recordAccess, { caseId: world.buleleng.caseId })).rejects.toEqual(refusal('missing'));
		await expect(act(recordAccess, { caseId: office.caseId }, office.actors.specialist)).rejects.toEqual(
			refusal('forbidden')
		);
		expect(await looks(world.buleleng.caseId)).toEqual([]);
	});
});

describe('reads', () => {
	it('show the stage board of one office', async () => {
		const caseId = await caseAt('sick', 'complaint', 'diagnosis');
		await act(reportMilestone, { caseId, stage: null, what: 'followUp.planned', params: { dueOn: '2026-04-01' } });
		const cards = await ask((reader) => stageBoard(reader, office.system));
		const card = cards.find((one) => one.id === caseId);
		expect(card).toMatchObject({
			cooperative: 'KSP Guna Artha',
			stage: 'diagnosis',
			since: smallNow,
			nextOn: '2026-04-01',
			triage: null,
			adviser: null
		});
		expect(cards.find(({ id }) => id === office.caseId)).toMatchObject({ stage: 'arrived' });
		expect(cards.some(({ id }) => id === world.buleleng.caseId)).toBe(false);
		expect(new Set(cards.map(({ cooperativeId }) => cooperativeId)).size).toBe(cards.length);
		await act(reportMilestone, { caseId, stage: null, what: 'followUp.done' });
		expect(
			(await ask((reader) => stageBoard(reader, office.system))).find((one) => one.id === caseId)?.nextOn
		).toBeNull();
	});

	it('are empty for an office without cases', async () => {
		await base.admin.query('update cases set closed_at = now() where office_id = $1', [world.buleleng.officeId]);
		expect(await ask((reader) => stageBoard(reader, world.buleleng.system), world.buleleng.system)).toEqual([]);
	});

	it('know what happened to a cooperative over all its cases', async () => {
		const before = await ask((reader) => timelineOf(reader, office.system, office.cooperatives.cold));
		expect(before.filter(({ what }) => what === 'case.opened').length).toBeGreaterThan(1);
		expect(before.map(({ at }) => at.getTime())).toEqual(before.map(({ at }) => at.getTime()).sort((a, b) => b - a));
		expect(await ask((reader) => timelineOf(reader, office.system, world.buleleng.cooperatives.cold))).toEqual([]);
	});

	it('know the condition of each story', async () => {
		const judged = async (story: SmallCooperative) => {
			const { judged, age, meetings } = await ask((reader) =>
				identityOf(reader, office.system, office.cooperatives[story], smallToday)
			);
			return [judged.condition, age, meetings.missed];
		};
		expect(await judged('healthy')).toEqual(['healthy', 21, 0]);
		expect(await judged('cold')).toEqual(['cold', 27, 1]);
		expect(await judged('sick')).toEqual(['sick', 16, 2]);
		expect(await judged('dormant')).toEqual(['dormant', 42, 5]);
		expect(await judged('village')).toEqual(['healthy', 0, 0]);
	});

	it('answer a merged record as the one that stays', async () => {
		const { dormant, healthy } = office.cooperatives;
		await base.admin.query('update cooperatives set merged_into = $1 where id = $2', [healthy, dormant]);
		expect((await ask((reader) => identityOf(reader, office.system, dormant, smallToday))).name).toBe(
			'KSP Tirta Sedana'
		);
		await base.admin.query('update cooperatives set merged_into = null where id = $1', [dormant]);
	});

	it('give away nothing of another office', async () => {
		const { buleleng } = world;
		for (const asking of [
			(reader: Reader) => caseFile(reader, office.system, buleleng.caseId),
			(reader: Reader) => caseOf(reader, office.system, newId()),
			(reader: Reader) => identityOf(reader, office.system, buleleng.cooperatives.sick, smallToday)
		])
			await expect(ask<unknown>(asking)).rejects.toEqual(refusal('missing'));
	});
});
