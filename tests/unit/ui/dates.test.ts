import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, zones } from '#platform/clock.ts';
import {
	formatAgo,
	formatClock,
	formatDay,
	formatDayLong,
	formatDayShort,
	formatMinutes,
	formatMoment,
	formatMonth,
	onTheWall,
	zoneWord
} from '#ui/dates.ts';

describe('moments', () => {
	it('names day, clock and zone', () => {
		expect(formatMoment('2025-03-03T01:41:00Z', 'Asia/Makassar')).toBe('Sen, 3 Mar 2025 09.41 WITA');
		expect(formatMoment(new Date('2025-03-03T01:41:00Z'), 'Asia/Makassar', 'en')).toBe('Mon, 3 Mar 2025 09:41 WITA');
	});

	it('puts the last hour of a day in UTC on the next day here', () => {
		expect(formatMoment('2025-12-31T23:30:00Z', 'Asia/Jakarta')).toBe('Kam, 1 Jan 2026 06.30 WIB');
		expect(formatMoment('2025-12-31T14:59:00Z', 'Asia/Jayapura')).toBe('Rab, 31 Des 2025 23.59 WIT');
		expect(formatMoment('2025-12-31T15:00:00Z', 'Asia/Jayapura')).toBe('Kam, 1 Jan 2026 00.00 WIT');
	});

	it('agrees with the clock of the platform about the day', () => {
		const range = { min: new Date('1970-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true };
		fc.assert(
			fc.property(fc.date(range), fc.constantFrom(...zones), (at, zone) => onTheWall(at, zone).day === dayOf(at, zone))
		);
	});

	it('shows the clock with or without the zone', () => {
		expect(formatClock('2025-03-03T01:05:00Z', 'Asia/Jakarta')).toBe('08.05 WIB');
		expect(formatClock('2025-03-03T01:05:00Z', 'Asia/Jakarta', 'id', false)).toBe('08.05');
		expect(zones.map(zoneWord)).toEqual(['WIB', 'WITA', 'WIT']);
	});

	it('refuses what is no moment', () => {
		expect(() => formatMoment('kemarin', 'Asia/Jakarta')).toThrow(RangeError);
	});
});

describe('days', () => {
	it('has a usual, a short, a long and a month form', () => {
		expect(formatDay('2025-08-17')).toBe('Min, 17 Agu 2025');
		expect(formatDayShort('2025-08-17')).toBe('17 Agu 2025');
		expect(formatDayLong('2025-08-17')).toBe('Minggu, 17 Agustus 2025');
		expect(formatMonth('2025-08-17')).toBe('Agustus 2025');
		expect(formatDayLong('2025-08-17', 'en')).toBe('Sunday, 17 August 2025');
	});

	it.each(['2025-02-29', '2025-13-01', '2025-00-10', '2025-1-1', '17/08/2025', '', '2025-08-17T00:00:00Z'])(
		'refuses %j',
		(day) => {
			expect(() => formatDay(day)).toThrow(RangeError);
		}
	);
});

describe('spans', () => {
	it.each([
		[0, '0 menit'],
		[-3, '0 menit'],
		[59.9, '59 menit'],
		[60, '1 jam'],
		[65, '1 jam 5 menit'],
		[1440, '24 jam']
	])('%s minutes → %s', (minutes, text) => expect(formatMinutes(minutes)).toBe(text));

	const now = new Date('2025-03-03T10:00:00Z');
	it.each([
		['2025-03-03T09:59:01Z', 'baru saja'],
		['2025-03-03T10:05:00Z', 'baru saja'],
		['2025-03-03T09:59:00Z', '1 menit lalu'],
		['2025-03-03T09:00:01Z', '59 menit lalu'],
		['2025-03-03T09:00:00Z', '1 jam lalu'],
		['2025-03-02T10:00:00Z', '1 hari lalu'],
		['2025-01-03T10:00:00Z', '59 hari lalu'],
		['2025-01-02T10:00:00Z', '1 bulan lalu'],
		['2023-03-05T10:00:00Z', '23 bulan lalu'],
		['2023-03-04T10:00:00Z', '1 tahun lalu']
	])('%s → %s', (at, text) => expect(formatAgo(at, now)).toBe(text));

	it('knows one from many in English', () => {
		expect(formatAgo('2025-03-03T09:59:00Z', now, 'en')).toBe('1 minute ago');
		expect(formatAgo('2025-03-01T10:00:00Z', now, 'en')).toBe('2 days ago');
	});
});
