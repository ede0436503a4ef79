import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CooperativeTakenOver } from '#clinic/cooperatives/take-over-forms.ts';
import { readLegalNumber } from '#clinic/cooperatives/legal-numbers.ts';
import { foldCooperativeName } from '#clinic/cooperatives/names.ts';
import { addDays, monthsBetween } from '#platform/clock.ts';
import { calendarOf } from '#world/calendar.ts';
import { bulelengRegister, sragenRegister, type Register } from '#world/registers.ts';
import { placesOf } from './places.ts';

const madeAt = new Date('2025-01-06T09:00:00Z');
const sragenPlaces = placesOf('33.14');
const bulelengPlaces = placesOf('51.08');
const sragen = (today: string) => sragenRegister(sragenPlaces, calendarOf(today), madeAt);
const buleleng = (today: string) => bulelengRegister(bulelengPlaces, calendarOf(today), madeAt);

const isActive = ({ registryStatus }: CooperativeTakenOver) => registryStatus === 'active';
const hasReported = ({ meetings }: CooperativeTakenOver, bookYear: number) =>
	meetings.some((meeting) => meeting.bookYear === bookYear && meeting.reportedOn !== null);

describe('the registers', () => {
	test('are the same at every making, and others on another day', () => {
		expect(sragen('2026-03-02')).toEqual(sragen('2026-03-02'));
		expect(buleleng('2026-03-02')).toEqual(buleleng('2026-03-02'));
		expect(sragen('2027-03-02').cooperatives).not.toEqual(sragen('2026-03-02').cooperatives);
	});

	test('a year later everything lies a year later', () => {
		const newest = (register: Register) =>
			Math.max(...register.cooperatives.flatMap(({ meetings }) => meetings.map(({ bookYear }) => bookYear)));
		expect(newest(sragen('2026-03-02'))).toBe(2025);
		expect(newest(sragen('2027-03-02'))).toBe(2026);
	});

	const days = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2026-01-01', days));

	// Guyub Rukun is inactive until its story makes it report.
	test('Sragen: of 1,200, 228 active and 170 with the report of the last book year due, whatever the day', () => {
		fc.assert(
			fc.property(days, (today) => {
				const { cooperatives, named } = sragen(today);
				const revived = named.get('guyubRukun')!;
				const { lastDue } = calendarOf(today);
				const active = cooperatives.filter((cooperative) => isActive(cooperative) || cooperative === revived);
				const reported = cooperatives.filter(
					(cooperative) => hasReported(cooperative, lastDue) || cooperative === revived
				);
				expect([cooperatives.length, active.length, reported.length]).toEqual([1200, 228, 170]);
				expect(isActive(revived)).toBe(false);
			}),
			{ numRuns: 6, examples: [['2026-03-02'], ['2026-05-01'], ['2026-11-21']] }
		);
	}, 30_000);

	test('Buleleng: of 308, 31 sick: 16 of finance, 9 of people, 6 of annual meetings never held, whatever the day', () => {
		fc.assert(
			fc.property(days, (today) => {
				const { cooperatives, sick } = buleleng(today);
				const of = (illness: string) => sick.filter((patient) => patient.illness === illness).length;
				expect([cooperatives.length, sick.length]).toEqual([308, 31]);
				expect([of('finance'), of('people'), of('annualMeeting')]).toEqual([16, 9, 6]);
			}),
			{ numRuns: 6, examples: [['2026-03-02'], ['2026-05-01'], ['2026-11-21']] }
		);
	}, 30_000);
});

describe.each([
	['Sragen', '33.14', sragen('2026-03-02')],
	['Buleleng', '51.08', buleleng('2026-03-02')]
])('%s', (_, code, { cooperatives, people }) => {
	const today = '2026-03-02';

	test('lies in real villages of its own', () => {
		const places = new Map(
			(code === '33.14' ? sragenPlaces : bulelengPlaces).flatMap((place) =>
				place.villages.map((village) => [village.code, place.code])
			)
		);
		for (const { districtCode, villageCode } of cooperatives)
			if (villageCode) expect(places.get(villageCode)).toBe(districtCode);
	});

	test('tells nothing of the future', () => {
		for (const { meetings, foundedOn, legalOn, figures } of cooperatives) {
			expect(foundedOn! < today && legalOn! < today).toBe(true);
			for (const { bookYear, heldOn, reportedOn } of meetings) {
				expect((heldOn ?? '') < today && (reportedOn ?? '') < today).toBe(true);
				expect(!reportedOn || reportedOn > heldOn!).toBe(true);
				expect(!heldOn || heldOn > `${bookYear}-12-31`).toBe(true);
			}
			for (const { bookYear } of figures) expect(bookYear).toBeLessThan(2026);
		}
	});

	test('owes no annual meeting of a year before its founding', () => {
		for (const { meetings, figures, foundedOn } of cooperatives)
			for (const { bookYear } of [...meetings, ...figures])
				expect(bookYear).toBeGreaterThanOrEqual(Number(foundedOn!.slice(0, 4)));
	});

	test('has figures that add up, year upon year', () => {
		for (const { figures, name } of cooperatives) {
			expect(figures.length).toBeLessThanOrEqual(5);
			figures.forEach((year, at) => {
				const amount = (text: string | null) => BigInt(text!);
				expect(amount(year.ownCapitalRupiah) + amount(year.outsideCapitalRupiah), name).toBe(amount(year.assetsRupiah));
				expect(year.members).toBeGreaterThanOrEqual(20);
				const before = figures[at - 1];
				if (!before) return;
				expect(year.bookYear).toBe(before.bookYear + 1);
				const change = Number(year.assetsRupiah) / Number(before.assetsRupiah);
				expect(change, name).toBeGreaterThan(0.7);
				expect(change, name).toBeLessThan(1.15);
			});
		}
	});

	test('has legal numbers that the import reads, of the year of their day', () => {
		for (const { legalNumber, legalOn } of cooperatives) {
			const read = readLegalNumber(legalNumber!);
			expect(read, legalNumber!).not.toBeNull();
			if (read!.issued) expect(read!.issued.year, legalNumber!).toBe(Number(legalOn!.slice(0, 4)));
		}
	});

	test('has registry numbers of 13 digits beginning with the area, none twice', () => {
		const numbers = cooperatives.flatMap(({ registryNumber }) => registryNumber ?? []);
		for (const number of numbers) expect(number).toMatch(new RegExp(`^${code.replace('.', '')}\\d{9}$`));
		expect(new Set(numbers).size).toBe(numbers.length);
		expect(numbers.length).toBeGreaterThan(cooperatives.length * 0.4);
	});

	test('has names that a search finds something in, nearly all different', () => {
		for (const { name } of cooperatives) expect(foldCooperativeName(name).core).not.toBe('');
		expect(new Set(cooperatives.map(({ name }) => name)).size).toBeGreaterThan(cooperatives.length * 0.99);
	});

	test('has boards of people who exist, with terms of at most five years, and telephone numbers of nobody', () => {
		const known = new Set(people.map(({ id }) => id));
		for (const { board } of cooperatives)
			for (const { personId, fromOn, untilOn } of board) {
				expect(known.has(personId)).toBe(true);
				expect(monthsBetween(fromOn!, untilOn!)).toBeLessThanOrEqual(60);
				expect(fromOn! <= untilOn!).toBe(true);
			}
		const phones = people.flatMap(({ phone }) => phone ?? []);
		for (const phone of phones) expect(phone).toMatch(/^0812-0000-\d{4}$/);
		expect(new Set(phones).size).toBe(phones.length);
		const seated = new Set(cooperatives.flatMap(({ board }) => board.map(({ personId }) => personId)));
		expect(seated.size).toBe(people.length);
	});
});

test('Sragen keeps some old spellings, Buleleng has Balinese names', () => {
	expect(sragen('2026-03-02').cooperatives.filter(({ name }) => /oe|dj|tj/i.test(name)).length).toBeGreaterThan(3);
	expect(buleleng('2026-03-02').people.every(({ name }) => /^(I|Ni) /.test(name))).toBe(true);
});
