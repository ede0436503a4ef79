import { beforeAll, describe, expect, it } from 'vitest';
import { factsOf } from '#clinic/diagnoses/server/reads.ts';
import { recordExamination } from '#clinic/examinations/server/commands.ts';
import {
	examinationOf,
	examinationsOfCase,
	examinationsUntil,
	figuresBefore,
	lastExaminations
} from '#clinic/examinations/server/reads.ts';
import { examinationSheet } from '#clinic/examinations/server/reads/sheet.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { badInput, minutesLater, refusal, ward } from '../patients.ts';
import { sent, typedAnswers, typedFigures } from './typed.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, arrived, complain, complaining, lastPassed, stageOf } = ward(test, () => world.sragen);
const adviser = () => world.sragen.actors.adviser;
const unit = (caseId: string, change: Record<string, unknown> = {}) =>
	sent(caseId, { subject: 'savingsUnit', sure: 'on', ...change });
/** A consumer cooperative with a savings unit inside. */
async function withUnit() {
	const patient = await arrived('cold');
	await complain(patient, 'losses');
	return patient;
}
const examine = async (input: unknown, minutes = 0) =>
	(await act(adviser(), recordExamination, input, minutesLater(minutes))).examinationId;
const sheet = (caseId: string, subject: string | null) =>
	ask((reader) =>
		examinationSheet(reader, adviser(), {
			caseId,
			now: smallNow,
			bookYear: 2024,
			unit: 'rupiah',
			instrument: null,
			subject,
			empty: false
		})
	);
const register = async (id: string) =>
	(await test.admin.query('select health_category from cooperatives where id = $1', [id])).rows[0].health_category;
const triages = async (caseId: string) =>
	Number((await test.admin.query('select count(*) from triages where case_id = $1', [caseId])).rows[0].count);

describe('the savings unit inside a cooperative', () => {
	it('is examined by the savings-and-loan instrument on its own figures, under its own name', async () => {
		const { caseId } = await withUnit();
		const shown = await sheet(caseId, 'savingsUnit');
		expect(shown).toMatchObject({
			subject: 'savingsUnit',
			subjects: ['whole', 'savingsUnit'],
			instrument: { code: 'ksp-2016', isInForce: true }
		});
		// The register knows the accounts of the whole: none of them is the unit's.
		expect(shown.begun.figures).toEqual({});
		expect(shown.before.size).toBe(0);
		const id = await examine(unit(caseId));
		expect(await ask((reader) => examinationOf(reader, adviser(), id))).toMatchObject({
			subject: 'savingsUnit',
			total: '100.00',
			overrideReason: null
		});
		expect((await lastPassed(caseId)).params).toMatchObject({ subject: 'savingsUnit', total: '100.00' });
		expect(await stageOf(caseId)).toBe('examination');
	});

	it('says nothing about the health of the whole: neither register nor triage learn of it', async () => {
		const { caseId, cooperativeId } = await withUnit();
		const before = await triages(caseId);
		await examine(unit(caseId, { answers: typedAnswers('no') }));
		expect(await register(cooperativeId)).toBeNull();
		expect(await triages(caseId)).toBe(before);
	});

	it('has a trend, last figures and doubts of its own', async () => {
		const { caseId, cooperativeId } = await withUnit();
		const whole = await examine(
			sent(caseId, { overrideReason: 'Uji', sure: 'on', figures: { totalAssets: '2.000.000.000' } })
		);
		const first = await examine(unit(caseId, { bookYear: '2023' }), 1);
		const second = await examine(unit(caseId), 2);
		const ids = (subject: 'whole' | 'savingsUnit') =>
			ask(async (reader) => (await lastExaminations(reader, adviser(), cooperativeId, 9, subject)).map(({ id }) => id));
		expect(await ids('savingsUnit')).toEqual([second, first]);
		expect(await ids('whole')).toEqual([whole]);
		const until = await ask(async (reader) =>
			examinationsUntil(reader, adviser(), await examinationOf(reader, adviser(), second), 9)
		);
		expect(until.map(({ id }) => id)).toEqual([second, first]);
		// All of the case stand in its list, each under its own name.
		const done = await ask((reader) => examinationsOfCase(reader, adviser(), caseId));
		expect(done.map(({ subject }) => subject)).toEqual(['savingsUnit', 'savingsUnit', 'whole']);
		const assets = async (subject: 'whole' | 'savingsUnit') =>
			(await ask((reader) => figuresBefore(reader, adviser(), cooperativeId, 2025, subject))).get('totalAssets');
		expect(await assets('savingsUnit')).toBe(1_000_000_000n);
		expect(await assets('whole')).toBe(2_000_000_000n);
		expect((await sheet(caseId, 'savingsUnit')).begun.figures['totalAssets']).toMatchObject({
			value: '1000000000',
			from: 'examination'
		});
		// Assets of the unit a thousand times smaller are a slip of the unit's figures, whatever the whole has.
		const slip = unit(caseId, { sure: '', figures: { ...typedFigures, totalAssets: '1.000.000' } });
		await expect(examine(slip, 3)).rejects.toEqual(
			badInput({ 'figures.totalAssets': 'farFromBefore', sure: 'lookAgain' })
		);
	});

	it('speaks in the diagnosis where the whole was not examined', async () => {
		const { caseId } = await withUnit();
		const facts = () => ask((reader) => factsOf(reader, adviser(), { caseId, now: smallNow }));
		await examine(unit(caseId));
		expect((await facts()).examination?.result.total).toBe('100.00');
		await examine(sent(caseId, { overrideReason: 'Uji', sure: 'on', answers: {} }), 1);
		expect((await facts()).examination?.result.total).toBeNull();
	});
});

describe('a cooperative without one', () => {
	it.each(['healthy', 'dormant'] as const)('is examined as a whole only (%s)', async (story) => {
		const patient = await arrived(story);
		await complain(patient, 'losses');
		await expect(examine(unit(patient.caseId))).rejects.toEqual(refusal('examinations.noSavingsUnit'));
		expect(await sheet(patient.caseId, 'savingsUnit')).toMatchObject({ subject: 'whole', subjects: ['whole'] });
	});

	it('does not know another subject', async () => {
		const { caseId } = await complaining('losses');
		await expect(examine(sent(caseId, { subject: 'warung' }))).rejects.toEqual(badInput({ subject: 'required' }));
	});
});
