import { describe, expect, it } from 'vitest';
import { namedBy } from '#clinic/reports/search.ts';

describe('namedBy', () => {
	it.each([
		['K-007', { prefix: 'K', number: 7 }],
		['k007', { prefix: 'K', number: 7 }],
		['k 7', { prefix: 'K', number: 7 }],
		[' K-7 ', { prefix: 'K', number: 7 }],
		['7', { prefix: null, number: 7 }],
		['K-999', { prefix: 'K', number: 999 }],
		['K-1000', null],
		['KK-7', null],
		['K', null],
		['2026-014', null],
		['ksp', null],
		['', null]
	])('"%s" as a ticket', (text, ticket) => expect(namedBy(text).ticket).toEqual(ticket));

	it.each([
		['2026-014', { year: 2026, number: 14 }],
		['2026/14', { year: 2026, number: 14 }],
		['2026 014', { year: 2026, number: 14 }],
		['014', { year: null, number: 14 }],
		['12345', { year: null, number: 12345 }],
		['123456', null],
		['2026', { year: null, number: 2026 }],
		['1999-014', null],
		['K-007', null],
		['2026-', null],
		['', null]
	])('"%s" as a case', (text, caseNumber) => expect(namedBy(text).caseNumber).toEqual(caseNumber));
});
