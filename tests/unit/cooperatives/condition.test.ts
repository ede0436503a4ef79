import { describe, expect, it } from 'vitest';
import { conditionOf, type Condition, type ConditionReason, type Signs } from '#clinic/cooperatives/condition.ts';
import { missedMeetings, type MissedMeetings } from '#clinic/cooperatives/duties.ts';
import { healthCategories, isGravelyIll, isIll } from '#clinic/cooperatives/health.ts';

const today = '2026-03-02';
const missed = (count: number): MissedMeetings => ({ missed: count, isKnown: true, isAtLeast: false });
const unknown: MissedMeetings = { missed: 0, isKnown: false, isAtLeast: false };
const well: Signs = { meetings: missed(0), registryStatus: 'active', hasBoard: true, hasTurnover: true, health: null };

type Row = readonly [
	what: string,
	signs: Partial<Signs>,
	condition: Condition | null,
	reasons: ConditionReason['code'][]
];

describe('the condition of a cooperative', () => {
	it.each<Row>([
		['nothing missed', {}, 'healthy', ['nothingMissed']],
		['one meeting missed', { meetings: missed(1) }, 'cold', ['meetingsMissed']],
		['two running', { meetings: missed(2) }, 'sick', ['meetingsMissed']],
		['many running, still active', { meetings: missed(9) }, 'sick', ['meetingsMissed']],
		['the board’s term over', { hasBoard: false }, 'cold', ['boardTermEnded']],
		['nothing known of meetings', { meetings: unknown }, null, ['meetingsUnknown']],
		['meetings and board unknown', { meetings: unknown, hasBoard: null }, null, ['meetingsUnknown']],
		['inactive and two missed', { registryStatus: 'inactive', meetings: missed(2) }, 'dormant', ['notActive']],
		['inactive, nothing known', { registryStatus: 'inactive', meetings: unknown }, 'dormant', ['notActive']],
		['inactive on paper, yet the last report came', { registryStatus: 'inactive' }, 'healthy', ['nothingMissed']],
		['no turnover', { hasTurnover: false, meetings: missed(1) }, 'dormant', ['noTurnover']],
		['no board and a meeting missed', { hasBoard: false, meetings: missed(1) }, 'dormant', ['noBoard']],
		[
			'every sign of dormancy',
			{ registryStatus: 'inactive', hasTurnover: false, hasBoard: false, meetings: unknown },
			'dormant',
			['notActive', 'noTurnover', 'noBoard']
		],
		['status unknown', { registryStatus: null, hasTurnover: null, hasBoard: null }, 'healthy', ['nothingMissed']],
		['healthy examination', { health: { category: 'healthy', on: '2026-01-01' } }, 'healthy', ['nothingMissed']],
		['fairly healthy', { health: { category: 'fairlyHealthy', on: '2026-01-01' } }, 'healthy', ['nothingMissed']],
		['under supervision', { health: { category: 'underSupervision', on: '2026-01-01' } }, 'sick', ['category']],
		[
			'special supervision',
			{ health: { category: 'underSpecialSupervision', on: '2026-01-01' } },
			'sick',
			['category']
		],
		[
			'ill, meetings unknown',
			{ meetings: unknown, health: { category: 'unhealthy', on: '2026-01-01' } },
			'sick',
			['category', 'meetingsUnknown']
		],
		['ill exactly two years ago', { health: { category: 'underSupervision', on: '2024-03-02' } }, 'sick', ['category']],
		[
			'ill a day longer ago',
			{ health: { category: 'underSupervision', on: '2024-03-01' } },
			'healthy',
			['nothingMissed']
		],
		[
			'ill long ago, one missed',
			{ meetings: missed(1), health: { category: 'underSupervision', on: '2020-01-01' } },
			'cold',
			['meetingsMissed']
		]
	])('%s', (_what, signs, condition, reasons) => {
		const judged = conditionOf({ ...well, ...signs }, today);
		expect(judged.condition).toBe(condition);
		expect(judged.reasons.map(({ code }) => code)).toEqual(reasons);
	});

	it('says how many meetings and which category', () => {
		const { reasons } = conditionOf(
			{ ...well, meetings: missed(3), health: { category: 'underSupervision', on: '2026-01-01' } },
			today
		);
		expect(reasons).toEqual([
			{ code: 'category', params: { category: 'underSupervision', on: '2026-01-01' } },
			{ code: 'meetingsMissed', params: { count: 3 } }
		]);
	});

	it('knows every category as ill or not', () => {
		expect(healthCategories.filter((category) => !isIll(category))).toEqual(['healthy', 'fairlyHealthy']);
		expect(healthCategories.filter(isGravelyIll)).toEqual(['underSpecialSupervision', 'veryUnhealthy']);
	});
});

describe('meetings missed running', () => {
	const years = (text: string) =>
		text
			.split(' ')
			.filter(Boolean)
			.map((word) => ({ bookYear: Number(word.slice(0, 4)), reported: word.endsWith('+') }));

	it.each<[string, string, number | null, MissedMeetings]>([
		['all reported', '2022+ 2023+ 2024+', 2000, { missed: 0, isKnown: true, isAtLeast: false }],
		['the newest missed', '2022+ 2023+ 2024-', 2000, { missed: 1, isKnown: true, isAtLeast: false }],
		['two running', '2022+ 2023- 2024-', 2000, { missed: 2, isKnown: true, isAtLeast: false }],
		['an older miss is past', '2022- 2023- 2024+', 2000, { missed: 0, isKnown: true, isAtLeast: false }],
		['the year now running reported early', '2023- 2024- 2025+', 2000, { missed: 0, isKnown: true, isAtLeast: false }],
		[
			'the year now running not reported counts not',
			'2023+ 2024+ 2025-',
			2000,
			{ missed: 0, isKnown: true, isAtLeast: false }
		],
		['nothing known', '', 2000, { missed: 0, isKnown: false, isAtLeast: false }],
		['the newest not known', '2022- 2023-', 2000, { missed: 0, isKnown: false, isAtLeast: false }],
		['the count meets a year not known', '2024- 2023- 2021-', 2000, { missed: 2, isKnown: true, isAtLeast: true }],
		['the count meets the founding', '2023- 2024-', 2023, { missed: 2, isKnown: true, isAtLeast: false }],
		['founding not known', '2023- 2024-', null, { missed: 2, isKnown: true, isAtLeast: true }],
		['founded in the newest due year', '2024-', 2024, { missed: 1, isKnown: true, isAtLeast: false }],
		['founded after it', '', 2025, { missed: 0, isKnown: true, isAtLeast: false }]
	])('%s', (_what, text, founded, expected) => {
		expect(missedMeetings(years(text), 2024, founded)).toEqual(expected);
	});
});
