import { describe, expect, it } from 'vitest';
import { beginningOf } from '#clinic/examinations/before.ts';
import { readTyped, type Entries } from '#clinic/examinations/entries.ts';
import { explain } from '#clinic/examinations/explain.ts';
import { ksp2016 } from '#clinic/examinations/instruments/ksp-2016.ts';
import { liveExamination } from '#clinic/examinations/live.ts';
import { figuresKept } from '#clinic/examinations/figures-kept.ts';
import { explainKept, kept } from '#clinic/examinations/record.ts';
import { readRequest } from '#clinic/examinations/request.ts';
import { scoreExamination } from '#clinic/examinations/score.ts';
import { sheetOf } from '#clinic/examinations/sheet.ts';
import { beginningValues, entriesOf, filledIn } from '#clinic/examinations/ui/form-values.ts';
import { best } from './requests.ts';

const request = readRequest({ ...best(), readings: { 'reserve-coverage': 'narrative' } });
const result = scoreExamination(request);

describe('what the record keeps', () => {
	// Through JSON and back, as the database does it.
	const record = JSON.parse(JSON.stringify(kept(request, result))) as ReturnType<typeof kept>;

	it('explains itself as the request did', () => {
		expect(explainKept(record)).toEqual(explain(request));
	});

	it('gives its figures back', () => {
		expect(figuresKept(record)).toEqual(request.figures);
	});

	it('gives lines of a group back', () => {
		const lines = { capitalLines: { savings: '-5', principalSavings: '7' }, cash: '1' };
		expect(figuresKept({ figures: lines })).toEqual(
			new Map([
				['capitalLines.savings', -5n],
				['capitalLines.principalSavings', 7n],
				['cash', 1n]
			])
		);
	});

	it('is not explained by a version that there is not', () => {
		expect(explainKept({ ...record, version: '0' })).toBeNull();
	});

	it('is not explained where it says what its instrument does not know', () => {
		expect(explainKept({ ...record, figures: { goodwill: '1' } })).toBeNull();
	});
});

describe('a form', () => {
	const sheet = sheetOf(ksp2016);
	const last = { ...kept(request, result), bookYear: 2024, at: new Date('2025-03-02T02:00:00Z') };

	it.each(['rupiah', 'million'] as const)('that begins with the last examination says the same in %s', (unit) => {
		const begun = beginningOf(sheet, { unit, readings: {}, last, registered: null, bookYear: 2025, statement: null });
		const values = beginningValues(begun);
		const shown = new Map([...values].map(([name, text]) => [name, text.replace('.', ',')]));
		const entries: Entries = { ...entriesOf(shown, unit), readings: { 'reserve-coverage': 'narrative' } };
		expect(readTyped(ksp2016, entries)).toEqual({ request });
		expect(liveExamination(sheet, entries, new Map())?.result).toEqual(result);
	});

	it('knows what is filled in', () => {
		const { given, answered } = filledIn(
			new Map([
				['figures.cash', '5'],
				['figures.bank', ' '],
				['figures.capitalLines.savings', '1'],
				['answers.general-1', 'no'],
				['answers.general-2', ''],
				['note', 'x']
			])
		);
		expect([...given]).toEqual(['cash', 'capitalLines.savings']);
		expect([...answered]).toEqual(['general.1']);
	});

	it('prefers the last examination to the register, figure by figure', () => {
		const registered = {
			bookYear: 2025,
			figures: new Map([
				['ownCapital', 9n],
				['totalAssets', 8n]
			])
		};
		const begun = beginningOf(sheet, {
			readings: {},
			unit: 'rupiah',
			last: { figures: { ownCapital: '5' }, answers: {}, bookYear: 2024, at: new Date('2025-03-02T02:00:00Z') },
			bookYear: 2025,
			statement: null,
			registered
		});
		expect(begun.figures).toEqual({
			ownCapital: { value: '5', bookYear: 2024, from: 'examination' },
			totalAssets: { value: '8', bookYear: 2025, from: 'register' }
		});
	});

	it('has no marks while an entry is not understood', () => {
		const entries: Entries = { unit: 'rupiah', figures: { cash: 'x' }, answers: {}, readings: {} };
		expect(liveExamination(sheet, entries, new Map())).toBeNull();
	});
});
