import { beforeAll, describe, expect, it } from 'vitest';
import { recordExamination } from '#clinic/examinations/server/commands.ts';
import {
	examinationOf,
	examinationsOfCase,
	examinationsUntil,
	gradingOf,
	lastExaminations
} from '#clinic/examinations/server/reads.ts';
import { examinationSheet } from '#clinic/examinations/server/reads/sheet.ts';
import { examinationView } from '#clinic/examinations/server/reads/view.ts';
import type { Actor } from '#platform/actor.ts';
import { read } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallToday, smallWorld, type SmallWorld } from '../../world/small.ts';
import { minutesLater, refusal, ward } from '../patients.ts';
import { sent, typedFigures } from './typed.ts';

const test = testDatabase();
let world: SmallWorld;
beforeAll(async () => {
	world = await smallWorld(test.database);
});
const { ask, act, complaining, arrived, complain } = ward(test, () => world.sragen);
const adviser = () => world.sragen.actors.adviser;
const examine = async (caseId: string, minutes: number, change: Record<string, unknown> = {}) =>
	(await act(adviser(), recordExamination, sent(caseId, change), minutesLater(minutes))).examinationId;
const sheet = (caseId: string, asked: Record<string, unknown> = {}, actor: Actor = adviser()) =>
	ask((reader) =>
		examinationSheet(reader, actor, {
			caseId,
			now: smallNow,
			bookYear: null,
			unit: 'rupiah',
			instrument: null,
			empty: false,
			...asked
		})
	);

describe('the examinations of a cooperative', () => {
	it('come newest first, no more than asked for', async () => {
		const { caseId, cooperativeId } = await complaining('cashShort');
		const [first, second, third] = [await examine(caseId, 0), await examine(caseId, 10), await examine(caseId, 20)];
		const last = (limit: number) =>
			ask(async (reader) => (await lastExaminations(reader, adviser(), cooperativeId, limit)).map(({ id }) => id));
		expect(await last(10)).toEqual([third, second, first]);
		expect(await last(2)).toEqual([third, second]);
		expect(
			await ask(async (reader) => (await examinationsOfCase(reader, adviser(), caseId)).map(({ id }) => id))
		).toEqual([third, second, first]);
	});

	it('are those of a cooperative merged into it too, and asked by either they are the same', async () => {
		const stays = await complaining('cashShort');
		const goes = await complaining('cashShort');
		const [own, brought] = [await examine(stays.caseId, 0), await examine(goes.caseId, 5)];
		await test.admin.query('update cooperatives set merged_into = $1 where id = $2', [
			stays.cooperativeId,
			goes.cooperativeId
		]);
		for (const id of [stays.cooperativeId, goes.cooperativeId])
			expect(
				await ask(async (reader) => (await lastExaminations(reader, adviser(), id, 10)).map((one) => one.id))
			).toEqual([brought, own]);
	});

	it('as they were when one of them was made', async () => {
		const { caseId } = await complaining('cashShort');
		const [first, second] = [await examine(caseId, 0), await examine(caseId, 10)];
		await examine(caseId, 20);
		const until = await ask(async (reader) =>
			examinationsUntil(reader, adviser(), await examinationOf(reader, adviser(), second), 10)
		);
		expect(until.map(({ id }) => id)).toEqual([second, first]);
	});
});

describe('what another office examined', () => {
	it('is missing, as is what nobody examined', async () => {
		const { caseId, cooperativeId } = await complaining('cashShort');
		const id = await examine(caseId, 0);
		const { adviser: stranger } = world.buleleng.actors;
		for (const [actor, asked] of [
			[stranger, id],
			[adviser(), newId()]
		] as const) {
			const answer = read(test.database, actor, (reader) => examinationOf(reader, actor, asked));
			await expect(answer).rejects.toEqual(refusal('missing'));
			const view = read(test.database, actor, (reader) => examinationView(reader, actor, asked, smallNow));
			await expect(view).rejects.toEqual(refusal('missing'));
		}
		const asStranger = <T>(question: Parameters<typeof read<T>>[2]) => read(test.database, stranger, question);
		await expect(asStranger((reader) => examinationsOfCase(reader, stranger, caseId))).rejects.toEqual(
			refusal('missing')
		);
		await expect(
			asStranger((reader) =>
				examinationSheet(reader, stranger, {
					caseId,
					now: smallNow,
					bookYear: null,
					unit: 'rupiah',
					instrument: null,
					empty: false
				})
			)
		).rejects.toEqual(refusal('missing'));
		expect(await asStranger((reader) => lastExaminations(reader, stranger, cooperativeId, 5))).toEqual([]);
	});

	it('is not seen by the database’s own line either, where the question forgets to ask', async () => {
		const { caseId } = await complaining('cashShort');
		const id = await examine(caseId, 0);
		// The question claims to be the owner’s office; the transaction runs in the stranger’s.
		const answer = read(test.database, world.buleleng.actors.adviser, (reader) => examinationOf(reader, adviser(), id));
		await expect(answer).rejects.toEqual(refusal('missing'));
	});
});

describe('the sheet of the next examination', () => {
	it('begins with the last one, and says so', async () => {
		const { caseId } = await complaining('cashShort');
		await examine(caseId, 0, { answers: { 'general-1': 'yes', 'general-2': 'no' } });
		const { begun, bookYear } = await sheet(caseId);
		expect(bookYear).toBe(2025);
		expect(begun.figures['cash']).toEqual({ value: '60000000', bookYear: 2024, from: 'examination' });
		expect(begun.figures['ownCapital']).toEqual({ value: '500000000', bookYear: 2024, from: 'examination' });
		expect(begun.answers).toEqual({
			'general.1': { value: true, bookYear: 2024, from: 'examination' },
			'general.2': { value: false, bookYear: 2024, from: 'examination' }
		});
		expect((await sheet(caseId, { unit: 'million' })).begun.figures['cash']?.value).toBe('60');
		const { figures, answers } = (await sheet(caseId, { empty: true })).begun;
		expect({ figures, answers }).toEqual({ figures: {}, answers: {} });
	});

	it('begins with what the register knows where nothing was examined yet', async () => {
		const { caseId } = await complaining('cashShort');
		const { begun, before } = await sheet(caseId, { bookYear: 2023 });
		expect(begun.figures).toEqual({
			ownCapital: { value: '1275000000', bookYear: 2023, from: 'register' },
			totalAssets: { value: '2700000000', bookYear: 2023, from: 'register' }
		});
		expect(before).toEqual(
			new Map([
				['ownCapital', 1_275_000_000n],
				['totalAssets', 2_700_000_000n]
			])
		);
	});

	it.each([
		[2026, 2026],
		[2009, 2009],
		[2027, 2025],
		[2008, 2025],
		[null, 2025]
	])('asked for book year %s is one of %s', async (asked, shown) => {
		const { caseId } = await complaining('cashShort');
		expect((await sheet(caseId, { bookYear: asked })).bookYear).toBe(shown);
	});

	it('takes the instrument in force, or the one asked for, and says which', async () => {
		const { caseId } = await complaining('cashShort');
		expect(await sheet(caseId, { bookYear: 2024 })).toMatchObject({
			instrument: { code: 'ksp-2016', isInForce: true },
			choice: { inForce: 'ksp-2016', olderThanTheLaw: true },
			others: ['ksp-2009', 'kkpkk-2021-real', 'kkpkk-2021-ksp', 'pearls'].map((code) => ({ code }))
		});
		expect(await sheet(caseId, { bookYear: 2015 })).toMatchObject({
			instrument: { code: 'ksp-2009', isInForce: true },
			choice: { olderThanTheLaw: false }
		});
		expect(await sheet(caseId, { instrument: 'ksp-2009' })).toMatchObject({
			instrument: { code: 'ksp-2009', isInForce: false }
		});
		expect(await sheet(caseId, { instrument: 'nothing' })).toMatchObject({ instrument: { code: 'ksp-2016' } });
	});

	it('is none for a cooperative without an instrument, with the reason', async () => {
		const patient = await arrived('sharia');
		await complain(patient, 'cashShort');
		expect(await sheet(patient.caseId)).toMatchObject({
			sheet: null,
			instrument: null,
			choice: { reason: 'sharia' },
			mayNow: true
		});
	});

	it('waits for the complaint', async () => {
		const { caseId } = await arrived();
		expect((await sheet(caseId)).mayNow).toBe(false);
	});

	it('offers the official standing to an inspector only', async () => {
		const { caseId } = await complaining('cashShort');
		expect((await sheet(caseId)).mayFinalise).toBe(false);
		expect((await sheet(caseId, {}, world.sragen.actors.inspector)).mayFinalise).toBe(true);
	});
});

describe('an examination read again', () => {
	it('shows exactly what was kept, whatever the rules say today', async () => {
		const { caseId } = await complaining('cashShort');
		const id = await examine(caseId, 0);
		// As an instrument of long ago might have asked and scored it.
		await test.admin.query(
			`update examinations set
				asked = jsonb_set(asked, '{general,0}', '"Pertanyaan lama?"'),
				result = jsonb_set(jsonb_set(result, '{aspects,0,components,0,mark}', '"77"'), '{aspects,0,components,0,score}', '"4.62"'),
				total = 98.62, category = 'fairlyHealthy'
			 where id = $1`,
			[id]
		);
		const view = await ask((reader) => examinationView(reader, adviser(), id, smallNow));
		expect(view.examined).toMatchObject({ total: '98.62', category: 'fairlyHealthy' });
		const [first] = view.explanations ?? [];
		expect(first).toMatchObject({
			code: 'own-capital-to-assets',
			result: { mark: '77', score: '4.62' },
			numerator: [{ figure: 'ownCapital', amount: 500_000_000n }],
			denominator: [{ figure: 'totalAssets', amount: 1_000_000_000n }]
		});
		const general = view.explanations?.find(({ code }) => code === 'general');
		expect(general).toMatchObject({
			items: [{ wording: 'Pertanyaan lama?', answer: true }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}]
		});
	});

	it('shows its marks also when its rule is not known any more', async () => {
		const { caseId } = await complaining('cashShort');
		const id = await examine(caseId, 0);
		await test.admin.query(`update examinations set version = '0' where id = $1`, [id]);
		const view = await ask((reader) => examinationView(reader, adviser(), id, smallNow));
		expect(view.explanations).toBeNull();
		expect(view.examined.total).toBe('100.00');
		expect(view.examined.result.aspects[0]).toMatchObject({ code: 'capital', score: '15.00' });
	});

	it('says that its rule is a former one, draws its trend and stands beside the registry grade', async () => {
		const { caseId } = await complaining('cashShort');
		await examine(caseId, 0, { bookYear: '2019' });
		const figures = { ...typedFigures, ownCapital: '601.000.000' };
		const id = await examine(caseId, 10, { figures });
		const view = await ask((reader) => examinationView(reader, adviser(), id, smallNow));
		expect(view.olderThanTheLaw).toBe(true);
		expect(view.vitals[0]).toMatchObject({
			aspect: 'capital',
			score: '12.00',
			change: { points: '-3.00', from: 2019 },
			line: [100, 80]
		});
		expect(view.grading).toEqual({ grade: 'A', bookYears: [2024, 2023, 2022] });
	});
});

describe('gradingOf', () => {
	it('is missing for another office’s cooperative', async () => {
		const stranger = world.buleleng.actors.adviser;
		await expect(
			read(test.database, stranger, (reader) =>
				gradingOf(reader, stranger, world.sragen.cooperatives.healthy, smallToday)
			)
		).rejects.toEqual(refusal('missing'));
	});
});
