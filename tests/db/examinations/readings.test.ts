import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chooseReadings } from '#clinic/examinations/server/commands/readings.ts';
import { recordExamination } from '#clinic/examinations/server/commands.ts';
import { examinationOf } from '#clinic/examinations/server/reads.ts';
import { chosenReadings, readingsToChoose } from '#clinic/examinations/server/reads/readings.ts';
import { examinationSheet } from '#clinic/examinations/server/reads/sheet.ts';
import { examinationView } from '#clinic/examinations/server/reads/view.ts';
import { read } from '#platform/database/client.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';
import { sent, typedFigures } from './typed.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, complaining } = ward(test, () => world.sragen);
const manager = () => world.sragen.actors.officeAdministrator;
const adviser = () => world.sragen.actors.adviser;
const choose = (readings: Record<string, string>, minutes = 0, instrument = 'ksp-2016') =>
	act(manager(), chooseReadings, { instrument, readings }, minutesLater(minutes));
/** 8% of loans are lost: the table gives 80, the narrative 74; a reserve of 25% earns 30 or 25. */
const risky = { ...typedFigures, lossLoans: '80.000.000', riskReserve: '20.000.000' };
const components = async (id: string) => {
	const { result } = await ask((reader) => examinationOf(reader, adviser(), id));
	return Object.fromEntries(
		result.aspects.flatMap((aspect) => aspect.components.map((one) => [one.code, 'mark' in one ? one.mark : null]))
	);
};
const examine = async (caseId: string, change: Record<string, unknown> = {}, minutes = 0) =>
	(
		await act(
			adviser(),
			recordExamination,
			sent(caseId, { figures: risky, sure: 'on', ...change }),
			minutesLater(minutes)
		)
	).examinationId;

beforeEach(() => test.admin.query('delete from office_readings'));

describe('the readings of an office', () => {
	it('are the printed tables until it chooses, and then its choice with who and when', async () => {
		const before = await ask((reader) => readingsToChoose(reader, manager()));
		expect(before.map(({ code, last }) => [code, last])).toEqual(
			expect.arrayContaining([
				['ksp-2009', null],
				['ksp-2016', null]
			])
		);
		await choose({ 'problem-loan-risk': 'narrative', 'reserve-coverage': 'table' }, 5);
		const after = await ask((reader) => readingsToChoose(reader, manager()));
		const ours = after.find(({ code }) => code === 'ksp-2016')!;
		expect(ours.components.map(({ component, chosen }) => [component, chosen])).toEqual([
			['own-capital-to-risky-loans', 'table'],
			['problem-loan-risk', 'narrative'],
			['reserve-coverage', 'table'],
			['member-operating-cost', 'printed']
		]);
		expect(ours.last).toEqual({ at: minutesLater(5), byName: expect.any(String) });
		expect(after.find(({ code }) => code === 'ksp-2009')!.last).toBeNull();
	});

	it('keep who chose what stays as it was', async () => {
		await choose({ 'problem-loan-risk': 'narrative', 'reserve-coverage': 'table' });
		await choose({ 'problem-loan-risk': 'narrative', 'reserve-coverage': 'narrative' }, 10);
		const { rows } = await test.admin.query(
			`select component, reading, at from office_readings where office_id = $1 order by component`,
			[world.sragen.officeId]
		);
		expect(rows).toEqual([
			{ component: 'problem-loan-risk', reading: 'narrative', at: smallNow },
			{ component: 'reserve-coverage', reading: 'narrative', at: minutesLater(10) }
		]);
	});

	it('are not those of another office', async () => {
		await choose({ 'problem-loan-risk': 'narrative' });
		const stranger = world.buleleng.actors.adviser;
		expect(await read(test.database, stranger, (reader) => chosenReadings(reader, stranger, 'ksp-2016'))).toEqual({});
	});

	it.each([
		['a reading', { 'problem-loan-risk': 'guess' }, { 'readings.problem-loan-risk': 'notUnderstood' }],
		['a component', { 'cash-ratio': 'table' }, { 'readings.cash-ratio': 'notUnderstood' }]
	])('are refused where %s is not known', async (_what, readings, issues) => {
		await expect(choose(readings)).rejects.toEqual(badInput(issues));
	});

	it('are refused for an instrument that there is not, and when nothing is chosen', async () => {
		await expect(choose({ 'problem-loan-risk': 'table' }, 0, 'ksp-2031')).rejects.toEqual(
			badInput({ instrument: 'notUnderstood' })
		);
		await expect(choose({})).rejects.toEqual(badInput({ '': 'required' }));
	});

	it.each(['adviser', 'inspector', 'headOfOffice'] as const)('are not for the %s to choose', async (role) => {
		const input = { instrument: 'ksp-2016', readings: { 'problem-loan-risk': 'narrative' } };
		await expect(act(world.sragen.actors[role], chooseReadings, input)).rejects.toEqual(refusal('forbidden'));
	});
});

describe('an examination', () => {
	it('begins with the office’s readings and is scored by them, whatever the form leaves out', async () => {
		const { caseId } = await complaining('badLoans');
		await choose({ 'problem-loan-risk': 'narrative', 'reserve-coverage': 'narrative' });
		const sheet = await ask((reader) =>
			examinationSheet(reader, adviser(), {
				caseId,
				now: smallNow,
				bookYear: null,
				unit: 'rupiah',
				instrument: null,
				empty: true
			})
		);
		expect(sheet.begun.readings).toEqual({
			'own-capital-to-risky-loans': 'table',
			'problem-loan-risk': 'narrative',
			'reserve-coverage': 'narrative',
			'member-operating-cost': 'printed'
		});
		const id = await examine(caseId);
		expect(await components(id)).toMatchObject({ 'problem-loan-risk': '74', 'reserve-coverage': '25' });
		const row = await ask((reader) => examinationOf(reader, adviser(), id));
		expect(row.readings).toEqual(sheet.begun.readings);
	});

	it('may be read otherwise once, by the officer', async () => {
		const { caseId } = await complaining('badLoans');
		await choose({ 'problem-loan-risk': 'narrative' });
		const id = await examine(caseId, { readings: { 'problem-loan-risk': 'table' } });
		expect(await components(id)).toMatchObject({ 'problem-loan-risk': '80', 'reserve-coverage': '30' });
	});

	it('tells which reading it used, and stays as it is when the office reads otherwise later', async () => {
		const { caseId } = await complaining('badLoans');
		await choose({ 'problem-loan-risk': 'narrative' });
		const id = await examine(caseId);
		const seen = () => ask((reader) => examinationView(reader, adviser(), id, smallNow));
		const before = await seen();
		expect(
			before.readings.filter(({ isPrinted }) => !isPrinted).map(({ component, code }) => [component, code])
		).toEqual([['problem-loan-risk', 'narrative']]);
		await choose({ 'problem-loan-risk': 'table', 'reserve-coverage': 'narrative' }, 30);
		expect(await seen()).toEqual(before);
	});
});
