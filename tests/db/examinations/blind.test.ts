import { beforeAll, describe, expect, it } from 'vitest';
import { retriage } from '#clinic/cases/server/commands.ts';
import { caseFile, lastTriage, milestonesOf, timelineOf } from '#clinic/cases/server/reads.ts';
import { stageBoard } from '#clinic/cases/server/reads/board.ts';
import { worklistOf } from '#clinic/cases/server/reads/worklist.ts';
import { noFilters } from '#clinic/cooperatives/list-filters.ts';
import { comparison } from '#clinic/cooperatives/server/reads/comparison.ts';
import { dutyFacts } from '#clinic/cooperatives/server/reads/duty-facts.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { exportCount, exportRows } from '#clinic/cooperatives/server/reads/list-export.ts';
import { registerList } from '#clinic/cooperatives/server/reads/register-list.ts';
import { recordDiagnosis } from '#clinic/diagnoses/server/commands.ts';
import { diagnosesOf } from '#clinic/diagnoses/server/reads.ts';
import { recordExamination } from '#clinic/examinations/server/commands.ts';
import { askSecondOpinion, giveSecondOpinion } from '#clinic/examinations/server/commands/opinions.ts';
import { examinationOf, lastExaminations } from '#clinic/examinations/server/reads.ts';
import { opinionsToGive } from '#clinic/examinations/server/reads/opinions.ts';
import { totalsOfOthers } from '#clinic/examinations/server/reads/peers.ts';
import { conditionsOf } from '#clinic/reports/server/reads/conditions.ts';
import { spreadOf } from '#clinic/reports/server/reads/spread.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { testDatabase } from '../../database/database.ts';
import { smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { ward } from '../patients.ts';
import { sent, typedAnswers } from './typed.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { act, ask, arrived, complaining } = ward(test, () => world.sragen);

const outcome = 'underSpecialSupervision' as const;
const found = { code: 'managementLow', params: { score: '3.00', weight: '15', bookYear: 2024 } };

/** Examined with a bad outcome that everything else has taken note of, and a colleague is asked to score it blind. */
async function asked() {
	const patient = await complaining();
	const { adviser, fieldOfficer } = world.sragen.actors;
	const { examinationId } = await act(adviser, recordExamination, sent(patient.caseId));
	await test.admin.query(`update cooperatives set health_category = $1, condition = 'sick' where id = $2`, [
		outcome,
		patient.cooperativeId
	]);
	await act(adviser, retriage, { caseId: patient.caseId });
	await act(adviser, recordDiagnosis, { caseId: patient.caseId, main: 'losses', notes: { losses: 'Rugi.' } });
	await test.admin.query('update diagnoses set evidence = $1 where case_id = $2', [
		JSON.stringify([found, { code: 'complaint:losses', params: {} }]),
		patient.caseId
	]);
	const { opinionId } = await act(adviser, askSecondOpinion, { examinationId, toStaffId: fieldOfficer.id });
	return { ...patient, examinationId, opinionId };
}
type Asked = Awaited<ReturnType<typeof asked>>;

/** What every page of the house would tell an officer about the health of the cooperative. */
async function told(actor: Actor, { caseId, cooperativeId }: Pick<Asked, 'caseId' | 'cooperativeId'>) {
	const by = <T>(question: (reader: Reader) => Promise<T>) => ask(question, actor);
	const one = <Row extends { readonly id: string }>(rows: readonly Row[]) =>
		rows.find(({ id }) => id === cooperativeId) ?? null;
	const filtered = { filters: { ...noFilters, health: outcome }, today: smallToday };
	const sick = { filters: { ...noFilters, condition: 'sick' as const }, today: smallToday };
	const whole = { filters: noFilters, today: smallToday };
	const place = { after: null, before: null, page: 1 };
	const exported = [];
	for await (const rows of exportRows(test.database, actor, whole, () => {})) exported.push(...rows);
	const file = await by((reader) => caseFile(reader, actor, caseId));
	const { health, judged } = await by((reader) => identityOf(reader, actor, cooperativeId, smallToday));
	const facts = one(await by((reader) => dutyFacts(reader, actor, smallToday)));
	const row = one(exported);
	const work = (await by((reader) => worklistOf(reader, actor, smallToday))).find(({ id }) => id === caseId);
	return {
		'head of the chart': { health, judged },
		list: one((await by((reader) => registerList(reader, actor, whole, place))).rows)?.condition,
		'list by category': (await by((reader) => registerList(reader, actor, filtered, place))).rows.map(({ id }) => id),
		'list by condition': one((await by((reader) => registerList(reader, actor, sick, place))).rows)?.name ?? null,
		'count of the list': (await by((reader) => registerList(reader, actor, filtered, place))).count,
		'count of an export': await by((reader) => exportCount(reader, actor, filtered)),
		export: { category: row?.healthCategory, on: row?.healthOn },
		'counts over the office': one(await by((reader) => conditionsOf(reader, actor, smallToday)))?.condition,
		map: one(await by((reader) => spreadOf(reader, actor, smallToday)))?.condition,
		calendar: { category: facts?.healthCategory, on: facts?.healthOn },
		triage: { level: file.triage?.level, reasons: file.triage?.reasons.map(({ code }) => code) },
		'board of cases': (await by((reader) => stageBoard(reader, actor))).find(({ id }) => id === caseId)?.triage,
		worklist: { level: work?.level, reasons: work?.reasons.map(({ code }) => code) },
		history: (await by((reader) => milestonesOf(reader, actor, caseId))).map(({ params }) => params),
		timeline: (await by((reader) => timelineOf(reader, actor, cooperativeId))).map(({ params }) => params),
		diagnosis: (await by((reader) => diagnosesOf(reader, actor, caseId))).map(({ evidence }) => evidence),
		trend: (await by((reader) => lastExaminations(reader, actor, cooperativeId, 9))).map(({ total }) => total)
	};
}

describe('a second opinion is blind in the whole house', () => {
	it('and sees again what everybody sees once it is given', async () => {
		const patient = await asked();
		const { adviser, fieldOfficer } = world.sragen.actors;
		const open = await told(adviser, patient);
		expect(open).toMatchObject({
			'head of the chart': { health: { category: outcome }, judged: { condition: 'sick' } },
			list: 'sick',
			'list by category': [patient.cooperativeId],
			'list by condition': expect.any(String),
			worklist: { level: 'urgent', reasons: expect.arrayContaining(['category']) },
			'count of the list': 1,
			'count of an export': 1,
			export: { category: outcome },
			'counts over the office': 'sick',
			map: 'sick',
			calendar: { category: outcome },
			triage: { level: 'urgent', reasons: expect.arrayContaining(['category']) },
			'board of cases': 'urgent',
			trend: ['100.00']
		});

		const blind = await told(fieldOfficer, patient);
		expect(blind).toMatchObject({
			'head of the chart': { health: null, judged: { condition: 'healthy' } },
			list: 'healthy',
			'list by category': [],
			'list by condition': null,
			worklist: { level: 'routine', reasons: ['diagnosed'] },
			'count of the list': 0,
			'count of an export': 0,
			export: { category: null, on: null },
			'counts over the office': 'healthy',
			map: 'healthy',
			calendar: { category: null, on: null },
			triage: { level: 'routine', reasons: ['diagnosed'] },
			'board of cases': 'routine',
			diagnosis: [[{ code: 'complaint:losses', params: {} }]],
			trend: []
		});
		const said = JSON.stringify(blind);
		for (const secret of [outcome, '100.00', 'managementLow', 'total']) expect(said).not.toContain(secret);

		const { caseId: _, instrument: _i, version: _v, bookYear: _b, ...form } = sent('');
		await act(fieldOfficer, giveSecondOpinion, {
			opinionId: patient.opinionId,
			...form,
			answers: typedAnswers('no'),
			sure: 'on'
		});
		expect((await told(fieldOfficer, patient))['head of the chart']).toEqual(
			(await told(adviser, patient))['head of the chart']
		);
	});

	it('also where the record has been merged into another since', async () => {
		const patient = await asked();
		const { adviser, fieldOfficer } = world.sragen.actors;
		const { cooperativeId: stays } = await arrived();
		await test.admin.query('update cooperatives set merged_into = $1 where id = $2', [stays, patient.cooperativeId]);
		await test.admin.query(`update cooperatives set health_category = $1, health_on = '2025-06-01' where id = $2`, [
			outcome,
			stays
		]);
		const health = async (actor: Actor) =>
			(await ask((reader) => identityOf(reader, actor, patient.cooperativeId, smallToday), actor)).health?.category;
		expect(await health(adviser)).toBe(outcome);
		expect(await health(fieldOfficer)).toBeUndefined();
	});

	it('the comparison of two records tells nobody their health, and peers leave the first examination out', async () => {
		const patient = await asked();
		const { adviser, fieldOfficer } = world.sragen.actors;
		const other = await arrived();
		const compared = await ask(
			(reader) => comparison(reader, fieldOfficer, patient.cooperativeId, other.cooperativeId),
			fieldOfficer
		);
		expect(JSON.stringify(compared.winner.row)).not.toContain(outcome);
		const first = await ask((reader) => examinationOf(reader, adviser, patient.examinationId), adviser);
		const { kind } = await ask((reader) => identityOf(reader, adviser, patient.cooperativeId, smallToday), adviser);
		const beside = { ...first, cooperativeId: other.cooperativeId };
		const totals = (actor: Actor) => ask((reader) => totalsOfOthers(reader, actor, beside, kind!), actor);
		const owed = await ask((reader) => opinionsToGive(reader, fieldOfficer), fieldOfficer);
		expect(await totals(adviser)).toHaveLength((await totals(fieldOfficer)).length + owed.length);
	});

	it('triage itself goes on judging by what is known, whoever sets it off', async () => {
		const { caseId } = await asked();
		await act(world.sragen.actors.fieldOfficer, retriage, { caseId });
		const last = await ask((reader) => lastTriage(reader, caseId));
		expect(last?.level).toBe('urgent');
		expect(last?.reasons).toContainEqual({ code: 'category', params: expect.objectContaining({ category: outcome }) });
	});
});
