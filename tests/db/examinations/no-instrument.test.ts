import { beforeAll, describe, expect, it } from 'vitest';
import { milestonesOf } from '#clinic/cases/server/reads.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { recordDiagnosis } from '#clinic/diagnoses/server/commands.ts';
import { recordExamination } from '#clinic/examinations/server/commands.ts';
import { examinationSheet } from '#clinic/examinations/server/reads/sheet.ts';
import type { CooperativeTakenOver } from '#clinic/cooperatives/take-over-forms.ts';
import type { Id } from '#platform/ids.ts';
import { nextFor } from '../../../src/routes/(staff)/kasus/next.ts';
import { testDatabase } from '../../database/database.ts';
import type { SmallCooperative } from '../../world/small-patients.ts';
import { smallNow, smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { refusal, ward } from '../patients.ts';
import { sent } from './typed.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, arrived, complain, stageOf } = ward(test, () => world.sragen);
const adviser = () => world.sragen.actors.adviser;

async function complainingAs(story: SmallCooperative, change: Partial<CooperativeTakenOver>, businessClass?: number) {
	const patient = await arrived(story, change);
	if (businessClass !== undefined)
		await test.admin.query('update cooperatives set business_class = $1 where id = $2', [
			businessClass,
			patient.cooperativeId
		]);
	await complain(patient, 'cashShort');
	return patient;
}
const sheet = (caseId: string, bookYear: number | null = null) =>
	ask((reader) =>
		examinationSheet(reader, adviser(), {
			caseId,
			now: smallNow,
			bookYear,
			unit: 'rupiah',
			instrument: null,
			subject: null,
			empty: false
		})
	);
const next = (caseId: string, cooperativeId: Id<'Cooperative'>) =>
	ask(async (reader) =>
		nextFor(reader, adviser(), {
			patient: { id: caseId as Id<'Case'>, stage: await stageOf(caseId) },
			identity: await identityOf(reader, adviser(), cooperativeId, smallToday),
			milestones: await milestonesOf(reader, adviser(), caseId),
			today: smallToday
		})
	);

const without = { hasSavingsUnit: false };
const cases: readonly [string, SmallCooperative, Partial<CooperativeTakenOver>, number | undefined, string][] = [
	['sharia', 'sharia', {}, undefined, 'sharia'],
	['a kind that the register does not say', 'healthy', { kind: null }, undefined, 'kindUnknown'],
	['a pattern that the register does not say', 'healthy', { pattern: null }, undefined, 'patternUnknown'],
	['a business of class 3 (KUK)', 'cold', without, 3, 'classWithoutInstrument'],
	['a business of class 4 (KUK)', 'cold', without, 4, 'classWithoutInstrument']
];

describe('no instrument yet', () => {
	it.each(cases)(
		'for %s: the case goes on from triage to diagnosis',
		async (_what, story, change, businessClass, reason) => {
			const { caseId, cooperativeId } = await complainingAs(story, change, businessClass);
			const shown = await sheet(caseId);
			expect(shown).toMatchObject({ choice: { reason }, instrument: null, sheet: null, mayEditRegister: true });
			expect(shown.others.map(({ code }) => code)).toContain('ksp-2016');
			expect(shown.businessClass).toMatchObject(
				businessClass === undefined ? {} : { class: businessClass, from: 'register' }
			);
			expect(await next(caseId, cooperativeId)).toMatchObject({ step: 'diagnosis', isMine: true });
			await expect(act(adviser(), recordExamination, sent(caseId, { sure: 'on' }))).rejects.toEqual(
				refusal('examinations.noInstrument')
			);
			await act(adviser(), recordDiagnosis, { caseId, main: 'cashShort' });
			expect(await stageOf(caseId)).toBe('diagnosis');
		}
	);

	it('for a book year before the rule, while a later one has it', async () => {
		const { caseId, cooperativeId } = await complainingAs('cold', without);
		expect(await sheet(caseId, 2015)).toMatchObject({ choice: { reason: 'bookYearTooEarly' }, instrument: null });
		expect(await sheet(caseId)).toMatchObject({ instrument: { code: 'kkpkk-2021-real', isInForce: true } });
		expect(await next(caseId, cooperativeId)).toMatchObject({ step: 'examination' });
	});

	it('for the whole, while its savings unit has one: then it is examined before it is diagnosed', async () => {
		const { caseId, cooperativeId } = await complainingAs('cold', {}, 3);
		expect(await sheet(caseId)).toMatchObject({ choice: { reason: 'classWithoutInstrument' } });
		expect(await next(caseId, cooperativeId)).toMatchObject({ step: 'examination' });
	});

	it('is overridden with a reason, which stays with the result', async () => {
		const { caseId } = await complainingAs('sharia', {});
		const overrideReason = 'Lembar syariah belum ada; dinilai untuk perbandingan';
		const done = await act(adviser(), recordExamination, sent(caseId, { sure: 'on', overrideReason }));
		expect(done.total).toBe('100.00');
		expect(await stageOf(caseId)).toBe('examination');
	});
});
