import { expect, it } from 'vitest';
import { sources, type Source } from './source.ts';

/** Where the register's health category may be read from its column: there, and by the index of the list's filter. */
const allowed = ['health-seen.ts', 'list-query.ts'].map((name) => `src/clinic/cooperatives/server/reads/${name}`);

const readsHealthItself = ({ file, text }: Source): boolean =>
	/\/server\/reads(\/|\.ts)/.test(file) &&
	!allowed.includes(file) &&
	/\bhealth_(category|on)\b|cooperatives\.health(Category|On)\b/.test(text);

it('reads of a health category go through what keeps it from those who score blind', () => {
	const reading = sources(['src/clinic']).filter(readsHealthItself);
	expect(reading.map(({ file }) => file)).toEqual([]);
});

it('catches a planted break', () => {
	const file = 'src/clinic/reports/server/reads/counts.ts';
	expect(readsHealthItself({ file, text: 'sql`select c.health_category from cooperatives c`' })).toBe(true);
	expect(readsHealthItself({ file, text: '.select({ on: cooperatives.healthOn })' })).toBe(true);
	expect(readsHealthItself({ file, text: '.select({ on: healthSeen(cooperatives).on })' })).toBe(false);
});
