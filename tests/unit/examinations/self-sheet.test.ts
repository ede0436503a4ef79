import { describe, expect, it } from 'vitest';
import { findInstrument, instruments } from '#clinic/examinations/catalogue.ts';
import { compareOpinions } from '#clinic/examinations/opinions.ts';
import { scoreExamination } from '#clinic/examinations/score.ts';
import { agreementOn, differencesOn, saidIn, typedSaid } from '#clinic/examinations/self/comparison.ts';
import {
	amountsOf,
	emptyDraft,
	filledOn,
	inUnit,
	isForgotten,
	keptUntil,
	problemsOn,
	valuesOn,
	withPage
} from '#clinic/examinations/self/draft.ts';
import { mayInvite } from '#clinic/examinations/self/invitation.ts';
import { itemsOf, pagesOf, type SheetPage } from '#clinic/examinations/self/pages.ts';
import { sheetOf } from '#clinic/examinations/sheet.ts';
import { readEntries } from '#clinic/examinations/request.ts';

describe('the pages of a sheet', () => {
	it.each(instruments.map((one) => [`${one.code} ${one.version}`, one] as const))(
		'of %s ask each figure and question once, few at a time',
		(_name, instrument) => {
			const { sections } = sheetOf(instrument);
			const pages = pagesOf({ sections });
			expect(pages.map(({ number }) => number)).toEqual(pages.map((_, index) => index + 1));
			expect(pages.flatMap(itemsOf)).toEqual(
				sections.flatMap(({ figures, blocks }) => [
					...figures,
					...blocks.flatMap(({ questions }) => questions.map(({ code }) => code))
				])
			);
			for (const { questions, part } of pages) {
				expect(questions.length).toBeLessThanOrEqual(12);
				if (part) expect(part.number).toBeLessThanOrEqual(part.of);
			}
		}
	);

	it('cut a long block into even parts and keep its numbering', () => {
		const questions = Array.from({ length: 25 }, (_, at) => ({ code: `long.${at + 1}`, wording: `${at + 1}?` }));
		const section = { aspect: 'a', weight: null, figures: [], alternatives: [], blocks: [{ code: 'long', questions }] };
		const pages = pagesOf({ sections: [{ ...section, readings: [] }] });
		expect(pages.map((page) => page.questions.length)).toEqual([9, 9, 7]);
		expect(pages.map(({ part }) => part)).toEqual([1, 2, 3].map((number) => ({ number, of: 3 })));
		expect(pages[1]!.questions[0]).toMatchObject({ code: 'long.10', place: 10 });
	});
});

const page: SheetPage = {
	number: 1,
	aspect: 'capital',
	block: null,
	figures: ['ownCapital', 'totalAssets'],
	workedOut: [],
	questions: [{ code: 'general.1', wording: '?', place: 1 }],
	part: null
};

describe('asking for a sheet', () => {
	it('is possible where an examination is, or will be after the complaint', () => {
		const stages = ['arrived', 'complaint', 'examination', 'treatment', 'monitoring'] as const;
		expect(stages.filter((stage) => !mayInvite(stage))).toEqual([]);
		expect((['recovered', 'closed'] as const).filter(mayInvite)).toEqual([]);
	});
});

describe('a draft', () => {
	it('takes from a page what it asks, and nothing else', () => {
		const draft = withPage({ ...emptyDraft, figures: { loans: '7' } }, page, {
			figures: { ownCapital: ' 5 ', totalAssets: ' ', other: '9' },
			answers: { 'general-1': 'yes', 'general-2': 'no' }
		});
		expect(draft).toMatchObject({ figures: { loans: '7', ownCapital: '5' }, answers: { 'general.1': 'yes' } });
		expect(filledOn(draft, page)).toBe(2);
		expect(valuesOn(draft, page)).toEqual({
			'figures.ownCapital': '5',
			'figures.totalAssets': '',
			'answers.general-1': 'yes'
		});
		expect(withPage(draft, page, { figures: {}, answers: { 'general-1': 'maybe' } })).toMatchObject({
			figures: { loans: '7' },
			answers: {}
		});
	});

	it('names what cannot be read, and never takes it for an amount', () => {
		const draft = { ...emptyDraft, figures: { ownCapital: '1,5', totalAssets: '(2.000)', loans: 'x' } };
		expect(problemsOn(draft, page)).toEqual(new Map([['figures.ownCapital', 'notWholeRupiah']]));
		expect(amountsOf(draft)).toEqual(new Map([['totalAssets', -2000n]]));
	});

	it('goes over into another unit and back without changing an amount', () => {
		const draft = { ...emptyDraft, figures: { ownCapital: '1.234.567', totalAssets: '-5', loans: 'x' } };
		const million = inUnit(draft, 'million');
		expect(million).toMatchObject({ unit: 'million', figures: { ownCapital: '1,234567', loans: 'x' } });
		expect(amountsOf(million)).toEqual(amountsOf(draft));
		expect(inUnit(million, 'rupiah').figures).toEqual(draft.figures);
		expect(inUnit(draft, 'rupiah')).toBe(draft);
	});

	it('is kept seven days to the millisecond', () => {
		const saved = new Date('2026-03-02T02:00:00Z');
		expect(keptUntil(saved).toISOString()).toBe('2026-03-09T02:00:00.000Z');
		expect(isForgotten(saved, new Date('2026-03-09T01:59:59.999Z'))).toBe(false);
		expect(isForgotten(saved, new Date('2026-03-09T02:00:00Z'))).toBe(true);
	});
});

describe('two who fill in the same sheet', () => {
	const theirs = new Map([
		['a', '10'],
		['b', '10'],
		['c', '0'],
		['q.1', 'yes']
	]);
	const ours = new Map([
		['a', '10'],
		['b', '11'],
		['d', '4'],
		['q.1', 'no']
	]);

	it('agree, differ, add or leave open; not answered is not zero', () => {
		expect(['a', 'b', 'c', 'd', 'e', 'q.1'].map((item) => agreementOn(item, theirs, ours))).toEqual([
			'same',
			'differs',
			'left',
			'added',
			'open',
			'differs'
		]);
		expect(differencesOn(['q.1', 'a', 'b', 'c', 'd', 'e'], theirs, ours)).toEqual([
			{ item: 'q.1', theirs: 'yes', ours: 'no' },
			{ item: 'b', theirs: '10', ours: '11' },
			{ item: 'c', theirs: '0', ours: null },
			{ item: 'd', theirs: null, ours: '4' }
		]);
	});

	it('are read from a record and sent on as a form sends it', () => {
		const said = saidIn({
			figures: { a: '1', lines: { x: '-2' } },
			answers: { 'general.1': true, 'general.2': false }
		});
		expect(Object.fromEntries(said)).toEqual({ a: '1', 'lines.x': '-2', 'general.1': 'yes', 'general.2': 'no' });
		expect(typedSaid(said)).toEqual({
			figures: { a: '1', lines: { x: '-2' } },
			answers: { 'general-1': 'yes', 'general-2': 'no' }
		});
	});
});

describe('two opinions', () => {
	const scored = (figures: Record<string, string>, answers: Record<string, boolean> = {}) =>
		scoreExamination(readEntries(findInstrument('ksp-2016')!, { figures, answers, readings: {} }));

	it('are compared component by component, without a total where one is missing', () => {
		const first = scored({ ownCapital: '500', totalAssets: '1000' });
		const second = scored({ ownCapital: '100', totalAssets: '1000', cash: '1', bank: '1', currentLiabilities: '10' });
		const compared = compareOpinions(first, second);
		expect(compared).toMatchObject({ total: [null, null], apart: null, category: [null, null] });
		const differing = compared.rows.filter(({ isSame }) => !isSame).map(({ component }) => component);
		expect(differing).toEqual(['own-capital-to-assets', 'cash-ratio']);
		expect(compareOpinions(first, first).rows.every(({ isSame }) => isSame)).toBe(true);
	});

	it.each([
		['87.15', '62.5', '-24.65'],
		['62.5', '87.15', '24.65'],
		['9', '9.00', '0.00'],
		['0.05', '0', '-0.05']
	])('of %s and %s are apart by %s', (first, second, apart) => {
		const result = { ...scored({}), aspects: [] };
		expect(compareOpinions({ ...result, total: first }, { ...result, total: second }).apart).toBe(apart);
	});
});
