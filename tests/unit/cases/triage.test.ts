import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clinicsHinted, complaintCodes, complaints } from '#clinic/cases/complaints.ts';
import {
	afterOverride,
	pressing,
	triage,
	triageLevels,
	type TriageFacts,
	type TriageLevel
} from '#clinic/cases/triage.ts';
import { healthCategories } from '#clinic/cooperatives/health.ts';
import { clinicCodes } from '#clinic/offices/poli.ts';

const today = '2026-03-02';
const meetings = (missed: number) => ({ missed, isKnown: true, isAtLeast: false });
const calm: TriageFacts = {
	complaints: [],
	meetings: meetings(0),
	health: null,
	registryStatus: 'active',
	boardEndedOn: null,
	savingsLicenceEndedOn: null,
	years: { losses: 0, ownCapitalGone: null, noTurnover: null },
	findings: [],
	diagnosis: null,
	recoveredOn: null
};
const named = (severity: 'light' | 'moderate' | 'severe') => ({ severity, number: 'K01', id: 'Kas', en: 'Cash' });
const cash = {
	code: 'cashRatioLow',
	level: 'urgent',
	bookYear: 2024,
	measured: { ratio: '4.000', limit: '10' }
} as const;

describe('triage', () => {
	it.each<[what: string, facts: Partial<TriageFacts>, level: TriageLevel, reasons: string[]]>([
		['nothing at all', {}, 'information', ['nothingPressing']],
		['a question', { complaints: ['asksRules'] }, 'information', ['complaint']],
		['a routine complaint', { complaints: ['losses'] }, 'routine', ['complaint']],
		['an urgent complaint', { complaints: ['cashShort'] }, 'urgent', ['complaint']],
		['savings not paid out', { complaints: ['savingsNotPaidOut'] }, 'emergency', ['complaint']],
		['money missing', { complaints: ['moneyMissing'] }, 'emergency', ['complaint']],
		['reported to the police', { complaints: ['policeReport'] }, 'emergency', ['complaint']],
		['one meeting missed', { meetings: meetings(1) }, 'routine', ['meetingsMissed']],
		['two running', { meetings: meetings(2) }, 'urgent', ['meetingsMissed']],
		[
			'meetings not known',
			{ meetings: { missed: 0, isKnown: false, isAtLeast: false } },
			'information',
			['meetingsUnknown']
		],
		['under supervision', { health: { category: 'underSupervision', on: '2026-01-01' } }, 'routine', ['category']],
		[
			'special supervision',
			{ health: { category: 'underSpecialSupervision', on: '2026-01-01' } },
			'urgent',
			['category']
		],
		[
			'very unhealthy by the rule of 2009',
			{ health: { category: 'veryUnhealthy', on: '2026-01-01' } },
			'urgent',
			['category']
		],
		[
			'ill two years ago to the day',
			{ health: { category: 'underSpecialSupervision', on: '2024-03-02' } },
			'urgent',
			['category']
		],
		[
			'ill a day longer ago',
			{ health: { category: 'underSpecialSupervision', on: '2024-03-01' } },
			'information',
			['nothingPressing']
		],
		['fairly healthy', { health: { category: 'fairlyHealthy', on: '2026-01-01' } }, 'information', ['nothingPressing']],
		['inactive', { registryStatus: 'inactive' }, 'routine', ['notActive']],
		['a board whose term has ended', { boardEndedOn: '2025-03-31' }, 'routine', ['boardEnded']],
		['savings taken without a licence', { savingsLicenceEndedOn: '2025-03-31' }, 'urgent', ['savingsLicenceEnded']],
		['one loss', { years: { ...calm.years, losses: 1 } }, 'information', ['nothingPressing']],
		['two losses running', { years: { ...calm.years, losses: 2 } }, 'routine', ['lossesRunning']],
		['own capital gone', { years: { ...calm.years, ownCapitalGone: 2024 } }, 'urgent', ['ownCapitalGone']],
		['no turnover', { years: { ...calm.years, noTurnover: 2024 } }, 'routine', ['noTurnover']],
		['cash nearly gone by the examination', { findings: [cash] }, 'urgent', ['measured']],
		[
			'a criminal case by the examination',
			{ findings: [{ code: 'criminalCase', level: 'emergency', bookYear: 2024, measured: null }] },
			'emergency',
			['finding']
		],
		['a light cause named', { diagnosis: named('light') }, 'routine', ['diagnosed']],
		['a severe cause named', { diagnosis: named('severe') }, 'urgent', ['diagnosed']],
		['recovered a year ago to the day, and back', { recoveredOn: '2025-03-02' }, 'urgent', ['cameBack']],
		['recovered a day longer ago', { recoveredOn: '2025-03-01' }, 'information', ['nothingPressing']],
		[
			'everything at once, the most pressing first',
			{
				complaints: ['asksRules', 'losses', 'savingsNotPaidOut'],
				meetings: meetings(3),
				health: { category: 'underSupervision', on: '2026-01-01' },
				registryStatus: 'inactive'
			},
			'emergency',
			['complaint', 'meetingsMissed', 'complaint', 'category', 'notActive', 'complaint']
		]
	])('%s', (_what, facts, level, reasons) => {
		const result = triage({ ...calm, ...facts }, today);
		expect(result.level).toBe(level);
		expect(result.reasons.map(({ code }) => code)).toEqual(reasons);
	});

	const someFacts = fc.record({
		complaints: fc.subarray([...complaintCodes]),
		meetings: fc.record({ missed: fc.nat(6), isKnown: fc.boolean(), isAtLeast: fc.boolean() }),
		health: fc.option(
			fc.record({ category: fc.constantFrom(...healthCategories), on: fc.constantFrom('2020-01-01', '2025-06-30') })
		),
		registryStatus: fc.constantFrom('active' as const, 'inactive' as const, null),
		boardEndedOn: fc.constantFrom('2025-03-31', null),
		savingsLicenceEndedOn: fc.constantFrom('2025-03-31', null),
		years: fc.record({
			losses: fc.nat(4),
			ownCapitalGone: fc.constantFrom(2024, null),
			noTurnover: fc.constantFrom(2024, null)
		}),
		findings: fc.subarray([cash]),
		diagnosis: fc.option(fc.constantFrom(named('light'), named('severe'))),
		recoveredOn: fc.constantFrom('2025-06-01', '2020-01-01', null)
	});

	it('is the level of its most pressing reason, and depends on nothing else', () => {
		fc.assert(
			fc.property(someFacts, (facts) => {
				const first = triage(facts, today);
				expect(first.reasons.length).toBeGreaterThan(0);
				expect(pressing(first.level)).toBe(Math.min(...first.reasons.map(({ params }) => pressing(params.level))));
				const shuffled = { ...facts, complaints: [...facts.complaints].reverse() };
				expect(triage(shuffled, today)).toEqual(first);
			})
		);
	});

	it('never falls when a complaint is added', () => {
		fc.assert(
			fc.property(someFacts, fc.constantFrom(...complaintCodes), (facts, added) => {
				const more = triage({ ...facts, complaints: [...new Set([...facts.complaints, added])] }, today);
				expect(pressing(more.level)).toBeLessThanOrEqual(pressing(triage(facts, today).level));
			})
		);
	});
});

describe('an officer’s override', () => {
	const overridden = {
		level: 'urgent',
		computedLevel: 'routine',
		overrideReason: 'anggota sudah lanjut usia'
	} as const;
	it('stands while the rule says what it said', () => {
		expect(afterOverride(overridden, 'routine')).toEqual({
			level: 'urgent',
			overrideReason: 'anggota sudah lanjut usia'
		});
	});
	it('gives way when the rule says something else', () => {
		for (const level of ['emergency', 'urgent', 'information'] as const)
			expect(afterOverride(overridden, level)).toEqual({ level, overrideReason: null });
	});
	it('is nothing where nobody overrode', () => {
		expect(afterOverride(null, 'routine')).toEqual({ level: 'routine', overrideReason: null });
		const computed = { level: 'routine', computedLevel: 'routine', overrideReason: null } as const;
		expect(afterOverride(computed, 'routine')).toEqual({ level: 'routine', overrideReason: null });
	});
});

describe('coded complaints', () => {
	it('are about 25, in every level and for every clinic', () => {
		expect(complaintCodes.length).toBeGreaterThanOrEqual(25);
		expect(new Set(complaintCodes.map((code) => complaints[code].level))).toEqual(new Set(triageLevels));
		const treated = complaintCodes.map((code) => complaints[code].clinic);
		expect(clinicCodes.filter((clinic) => !treated.includes(clinic as never))).toEqual([]);
	});
	it('hint at the clinic named most, then in the order of the form', () => {
		expect(clinicsHinted([])).toEqual([]);
		expect(clinicsHinted(['asksRules'])).toEqual([]);
		expect(clinicsHinted(['courtCase', 'losses', 'noAnnualMeeting', 'boardGone'])).toEqual([
			'institution',
			'finance',
			'law'
		]);
	});
});
