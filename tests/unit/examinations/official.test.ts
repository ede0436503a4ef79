import { describe, expect, it } from 'vitest';
import { competenceFault, whyNoPaper, whyNotOfficial, type OfficialFacts } from '#clinic/examinations/official.ts';

describe('who supervises a cooperative', () => {
	it.each([
		['regency', '33.14', null],
		['province', '33.14', 'forProvince'],
		['nation', '33.14', 'forMinistry'],
		[null, '33.14', 'reachUnknown'],
		['regency', '33', 'forRegency'],
		['province', '33', null],
		['nation', '33', 'forMinistry'],
		[null, '33', 'reachUnknown']
	] as const)('members in: %s, office %s → %s', (reach, code, fault) => {
		expect(competenceFault(reach, code)).toBe(fault);
	});
});

describe('an official examination', () => {
	const all: OfficialFacts = {
		isComplete: true,
		isInspector: true,
		isAssigned: false,
		reach: 'regency',
		officeCode: '33.14'
	};
	it.each([
		[{}, null],
		[{ isInspector: false, isAssigned: true }, null],
		[{ isInspector: false }, 'onlyInspector'],
		[{ isComplete: false }, 'incomplete'],
		[{ reach: null }, 'reachUnknown'],
		// Who may not is told so first; what is missing would not help.
		[{ isInspector: false, reach: null, isComplete: false }, 'onlyInspector']
	] as const)('with %o → %s', (change, why) => {
		expect(whyNotOfficial({ ...all, ...change })).toBe(why);
	});
});

describe('papers', () => {
	it.each([
		['examinationReport', 'clinicCheck', null, null],
		['minutes', 'clinicCheck', 'healthy', 'reportOnly'],
		['certificate', 'clinicCheck', 'healthy', 'reportOnly'],
		['minutes', 'official', 'underSpecialSupervision', null],
		['certificate', 'official', 'healthy', null],
		['certificate', 'official', 'fairlyHealthy', null],
		['certificate', 'official', 'underSupervision', 'categoryTooLow'],
		['certificate', 'official', 'lessHealthy', 'categoryTooLow'],
		['certificate', 'official', null, 'categoryTooLow']
	] as const)('%s of a %s with %s → %s', (kind, standing, category, why) => {
		expect(whyNoPaper(kind, { standing, category })).toBe(why);
	});
});
