import { describe, expect, it } from 'vitest';
import { findInstrument } from '#clinic/examinations/catalogue.ts';
import { disputedComponents, readingsFor, readingsUsed } from '#clinic/examinations/readings.ts';

const ksp2009 = findInstrument('ksp-2009')!;
const ksp2016 = findInstrument('ksp-2016')!;

describe('what the field reads in more than one way', () => {
	it.each([
		['ksp-2009', 'shifted'],
		['ksp-2016', 'table']
	])('is the same four rules in %s, the printed table first', (code, first) => {
		const disputed = disputedComponents(findInstrument(code)!);
		expect(
			disputed.map(({ aspect, component, readings }) => [aspect, component, readings.map((one) => one.code)])
		).toEqual([
			['capital', 'own-capital-to-risky-loans', [first, 'narrative']],
			['earning-assets', 'problem-loan-risk', ['table', 'narrative']],
			['earning-assets', 'reserve-coverage', ['table', 'narrative']],
			['efficiency', 'member-operating-cost', ['printed', 'text']]
		]);
		for (const { readings } of disputed) {
			expect(readings.map(({ isPrinted }) => isPrinted)).toEqual([true, false]);
			expect(readings.every(({ note }) => note !== null && note.id !== '' && note.en !== '')).toBe(true);
		}
	});
});

describe('the readings an instrument is used by', () => {
	const printed = {
		'own-capital-to-risky-loans': 'table',
		'problem-loan-risk': 'table',
		'reserve-coverage': 'table',
		'member-operating-cost': 'printed'
	};
	it('are the printed tables where nobody chose', () => {
		expect(readingsFor(ksp2016, {}, {})).toEqual(printed);
	});
	it('are the office’s choice, and what was asked for before that', () => {
		const chosen = { 'problem-loan-risk': 'narrative', 'reserve-coverage': 'narrative' };
		expect(readingsFor(ksp2016, { 'reserve-coverage': 'table', 'member-operating-cost': '' }, chosen)).toEqual({
			...printed,
			'problem-loan-risk': 'narrative'
		});
	});
	it('leave out a choice that this version does not have', () => {
		expect(readingsFor(ksp2009, {}, { 'own-capital-to-risky-loans': 'table', gone: 'table' })).toEqual({
			...printed,
			'own-capital-to-risky-loans': 'shifted'
		});
	});
	it('keep what was asked for and is not known, for it must be refused', () => {
		expect(readingsFor(ksp2016, { 'problem-loan-risk': 'guess', goodwill: 'table' }, {})).toMatchObject({
			'problem-loan-risk': 'guess',
			goodwill: 'table'
		});
	});
});

it('a kept examination says which readings gave its marks, and which of them are not the printed table', () => {
	const used = readingsUsed(ksp2016, { 'problem-loan-risk': 'narrative', 'reserve-coverage': 'table' });
	expect(used.map(({ component, code, isPrinted }) => [component, code, isPrinted])).toEqual([
		['own-capital-to-risky-loans', 'table', true],
		['problem-loan-risk', 'narrative', false],
		['reserve-coverage', 'table', true],
		['member-operating-cost', 'printed', true]
	]);
});
