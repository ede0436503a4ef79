import { describe, expect, it } from 'vitest';
import { isObserved, observedCodes } from '#clinic/reports/observing.ts';
import type { Role } from '#clinic/offices/roles.ts';

const today = '2026-03-02';
const held = (role: Role, fromOn = '2026-01-01', untilOn: string | null = null) => ({ role, fromOn, untilOn });

describe('observedCodes', () => {
	it('is the own province for the province, everything for the ministry, nothing for others', () => {
		expect(observedCodes([held('provinceObserver')], '33.14', today)).toBe('33');
		expect(observedCodes([held('provinceObserver')], '33', today)).toBe('33');
		expect(observedCodes([held('ministryObserver')], '33.14', today)).toBe('');
		expect(observedCodes([held('provinceObserver'), held('ministryObserver')], '33.14', today)).toBe('');
		expect(observedCodes([held('headOfOffice'), held('officeAdministrator')], '33.14', today)).toBeNull();
		expect(observedCodes([], '33.14', today)).toBeNull();
	});

	it.each([
		['on its first day', today, null, '33'],
		['on its last day', '2026-01-01', today, '33'],
		['before it begins', '2026-03-03', null, null],
		['after it ended', '2026-01-01', '2026-03-01', null]
	])('holds %s: %s', (_, fromOn, untilOn, codes) => {
		expect(observedCodes([held('provinceObserver', fromOn, untilOn)], '33.14', today)).toBe(codes);
	});
});

describe('isObserved', () => {
	it.each([
		['33', '33.14', true],
		['33', '33', true],
		['33', '32.71', false],
		['33', '51.08', false],
		['', '51.08', true],
		[null, '33.14', false]
	])('%s sees %s: %s', (codes, code, seen) => expect(isObserved(codes, code)).toBe(seen));
});
