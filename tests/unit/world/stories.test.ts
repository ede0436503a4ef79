import { describe, expect, test } from 'vitest';
import { ksp2016 } from '#clinic/examinations/instruments/ksp-2016.ts';
import { readTyped } from '#clinic/examinations/entries.ts';
import { scoreExamination } from '#clinic/examinations/score.ts';
import { roles } from '#clinic/offices/roles.ts';
import { clinicCodes } from '#clinic/offices/poli.ts';
import { oldSpelling } from '#world/names.ts';
import { worldAccounts, worldOffices, worldPassword, worldPeople } from '#world/offices.ts';
import { papersOf, type Accounts } from '#world/papers.ts';
import { randomFrom } from '#world/random.ts';
import { bulelengStories } from '#world/stories/buleleng.ts';
import { sragenStories } from '#world/stories/sragen.ts';
import { weaknessOf } from '#platform/sign-in/strength.ts';
import type { Story } from '#world/stories/story.ts';
import { ago, momentOf, on } from '#world/when.ts';

describe('moments of a story', () => {
	const monday = new Date('2026-03-02T02:00:00Z');

	test('are on the clock of the office', () => {
		expect(momentOf(on(5, '09:15'), monday, 'Asia/Jakarta').toISOString()).toBe('2026-02-25T02:15:00.000Z');
		expect(momentOf(on(5, '09:15'), monday, 'Asia/Makassar').toISOString()).toBe('2026-02-25T01:15:00.000Z');
	});

	test.each([
		[1, '2026-02-27'],
		[2, '2026-02-27'],
		[3, '2026-02-27'],
		[4, '2026-02-26']
	])('%i days before a Monday is a working day', (days, day) => {
		expect(momentOf(on(days, '12:00'), monday, 'Asia/Jakarta').toISOString().slice(0, 10)).toBe(day);
	});

	test('minutes ago are today and in order, also just after midnight', () => {
		const justAfter = new Date('2026-03-01T17:05:00Z');
		const begin = Date.parse('2026-03-01T17:00:00Z');
		const moments = [59, 31, 1].map((minutes) => momentOf(ago(minutes), justAfter, 'Asia/Jakarta').getTime());
		expect(moments[0]).toBeGreaterThanOrEqual(begin);
		expect(moments).toEqual([...moments].sort());
		expect(momentOf(ago(31), monday, 'Asia/Jakarta').toISOString()).toBe('2026-03-02T01:29:00.000Z');
	});
});

test.each<[Accounts, string]>([
	['grave', 'underSpecialSupervision'],
	['poor', 'underSupervision'],
	['fair', 'fairlyHealthy'],
	['good', 'healthy']
])('papers that are %s come out %s, complete', (accounts, category) => {
	const papers = papersOf({ figures: [{ assetsRupiah: '1078094902' }] as never }, accounts);
	const read = readTyped(ksp2016, { ...papers, unit: 'rupiah', readings: {} });
	if (!('request' in read)) throw new Error([...read.problems].join());
	expect(scoreExamination(read.request)).toMatchObject({ complete: true, category });
});

test('the old spelling is made in one pass', () => {
	expect(oldSpelling('Sri Rejeki Makmur')).toBe('Sri Redjeki Makmoer');
	expect(oldSpelling('Karya Cipta')).toBe('Karja Tjipta');
});

test('chance from one seed is the same, from another it is not, and spreads evenly', () => {
	const draw = (seed: string) => {
		const random = randomFrom(seed);
		return Array.from({ length: 1000 }, () => random.between(1, 10));
	};
	expect(draw('a')).toEqual(draw('a'));
	expect(draw('a')).not.toEqual(draw('b'));
	for (let face = 1; face <= 10; face += 1)
		expect(draw('a').filter((drawn) => drawn === face).length).toBeGreaterThan(60);
	const random = randomFrom('weights');
	const heads = Array.from({ length: 1000 }, () =>
		random.weighted([
			['head', 3],
			['tail', 1]
		])
	).filter((side) => side === 'head').length;
	expect(heads).toBeGreaterThan(680);
	expect(heads).toBeLessThan(820);
	expect(random.shuffled([1, 2, 3, 4, 5]).sort()).toEqual([1, 2, 3, 4, 5]);
});

describe('accounts of the demonstration', () => {
	test('every role has one, every poli of a working clinic somebody who treats', () => {
		expect(new Set(worldAccounts.flatMap((account) => account.roles))).toEqual(new Set(roles));
		for (const office of ['sragen', 'buleleng'])
			expect(
				new Set(
					worldPeople.flatMap(({ posts }) =>
						posts.filter((post) => post.office === office).flatMap(({ clinics }) => clinics ?? [])
					)
				)
			).toEqual(new Set(clinicCodes));
	});

	test('somebody serves in two offices, and every office has an administrator', () => {
		expect(worldAccounts.find(({ email }) => email === 'lukman@contoh.id')?.offices).toEqual([
			'Bina Serasi',
			'Klinik Koperasi'
		]);
		for (const { key } of worldOffices)
			expect(
				worldPeople.some(({ posts }) =>
					posts.some(({ office, roles }) => office === key && roles.includes('officeAdministrator'))
				)
			).toBe(true);
	});

	test('addresses are of no real domain, each once, and the password is one the product would take', async () => {
		for (const { email } of worldAccounts) expect(email).toMatch(/^[a-z]+@([a-z]+\.)?contoh\.id$/);
		expect(new Set(worldAccounts.map(({ email }) => email)).size).toBe(worldAccounts.length);
		expect(await weaknessOf(worldPassword, [])).toBeNull();
	});
});

/** From the coming to the leaving of each visit: the days on which a story has three steps or more. */
function visits(stories: readonly Story[], now: Date): { begin: number; end: number }[] {
	return stories.flatMap(({ steps }) => {
		const byDay = Map.groupBy(steps, ({ when }) => ('daysAgo' in when ? when.daysAgo : -1));
		return [...byDay].flatMap(([daysAgo, onDay]) => {
			if (daysAgo < 0 || onDay.length < 3) return [];
			const moments = onDay.map(({ when }) => momentOf(when, now, 'Asia/Makassar').getTime());
			return [{ begin: Math.min(...moments), end: Math.max(...moments) }];
		});
	});
}

test.each([0, 1, 2, 3, 4, 5, 6])(
	'no weekend pushes two visits into one queue: counted from day %i of a week',
	(offset) => {
		const now = new Date(Date.parse('2026-03-02T04:00:00Z') + offset * 86_400_000);
		for (const stories of [sragenStories, bulelengStories]) {
			const inTurn = visits(stories, now).toSorted((a, b) => a.begin - b.begin);
			expect(inTurn.length).toBeGreaterThan(4);
			inTurn.slice(1).forEach((visit, at) => expect(visit.begin).toBeGreaterThan(inTurn[at]!.end));
		}
	}
);
