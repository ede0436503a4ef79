import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { completenessOf, wantedFields, wantedNames, type Held } from '#clinic/cooperatives/completeness.ts';
import { figuresInput } from '#clinic/cooperatives/figure-forms.ts';
import { validUntil } from '#clinic/cooperatives/licence-kinds.ts';
import { lifeStatuses, lifeStatusOf, nextLifeStatuses, registeredLife } from '#clinic/cooperatives/life.ts';
import { readDegrees } from '#clinic/cooperatives/place-forms.ts';
import { reconcile, type LaterChange } from '#clinic/cooperatives/record-changes.ts';
import { paperState, requestPapers } from '#clinic/cooperatives/request-papers.ts';
import { requestKinds } from '#clinic/cooperatives/licence-requests.ts';
import { newId } from '#platform/ids.ts';

describe('two people at one record', () => {
	const later = (field: string, before: string | null, version: number, isHidden = false): LaterChange => ({
		field,
		before,
		version,
		isHidden,
		byName: 'Ratna'
	});
	test('what only one of them changed is no conflict', () => {
		const given = { a: 'mine', b: 'old' };
		const current = { a: 'old', b: 'theirs' };
		expect(reconcile(given, current, [later('b', 'old', 2)], 1)).toEqual({
			changes: [{ field: 'a', before: 'old', after: 'mine' }],
			conflicts: []
		});
	});
	test('what both changed is one, until the later has seen it', () => {
		const change = [later('a', 'old', 2)];
		const both = (known: number) => reconcile({ a: 'mine' }, { a: 'theirs' }, change, known);
		expect(both(1).conflicts).toEqual([{ field: 'a', byName: 'Ratna' }]);
		expect(both(2)).toEqual({ changes: [{ field: 'a', before: 'theirs', after: 'mine' }], conflicts: [] });
	});
	test('both wrote the same: nothing is left to do', () => {
		expect(reconcile({ a: 'x' }, { a: 'x' }, [later('a', 'old', 2)], 1)).toEqual({ changes: [], conflicts: [] });
	});
	test('there and back again: the old value is not a change of mine', () => {
		const twice = [later('a', 'old', 2), later('a', 'between', 3)];
		expect(reconcile({ a: 'old' }, { a: 'new' }, twice, 1)).toEqual({ changes: [], conflicts: [] });
	});
	test('of a hidden value nobody knows what was seen: it is asked', () => {
		expect(reconcile({ a: '1' }, { a: '2' }, [later('a', null, 2, true)], 1).conflicts).toHaveLength(1);
	});
});

describe('life status', () => {
	test.each(lifeStatuses)('%s is kept and read back', (status) => {
		expect(lifeStatusOf(registeredLife(status))).toBe(status);
	});
	test('what is dissolved is not active, and comes back only as inactive', () => {
		expect(registeredLife('dissolved').registryStatus).toBe('inactive');
		expect(nextLifeStatuses('dissolved')).toEqual(['inactive']);
		expect(nextLifeStatuses('active')).not.toContain('dissolved');
		for (const status of lifeStatuses) expect(nextLifeStatuses(status)).not.toContain(status);
	});
});

test.each([
	['registryCertificate', '2024-03-01', null, '2026-03-01'],
	['registryCertificate', '2024-03-01', '2025-01-01', '2025-01-01'],
	['registryCertificate', null, null, null],
	['businessNumber', '2024-03-01', null, null]
] as const)('%s issued %s, written %s: valid until %s', (kind, issuedOn, written, until) => {
	expect(validUntil(kind, issuedOn, written)).toBe(until);
});

describe('completeness', () => {
	const held = (missing: string[]) =>
		Object.fromEntries(wantedNames.map((name) => [name, !missing.includes(name)])) as unknown as Held;
	test('the weights are parts of a hundred', () => {
		expect(wantedNames.reduce((sum, name) => sum + wantedFields[name].weight, 0)).toBe(100);
	});
	test('what is missing counts by its weight, the heaviest first', () => {
		expect(completenessOf(held([]))).toEqual({ share: 100, isComplete: true, missing: [] });
		expect(completenessOf(held(['place', 'chair']))).toEqual({
			share: 88,
			isComplete: false,
			missing: ['chair', 'place']
		});
		expect(completenessOf(held(['chair']))).toMatchObject({ share: 90, isComplete: true });
		expect(completenessOf(held([...wantedNames])).share).toBe(0);
	});
});

test.each([
	['-7,4251', -7.4251],
	['−7.4251', -7.4251],
	['7.4251 LS', -7.4251],
	['110,9012° BT', 110.9012],
	['1.234.567', null],
	['tujuh', null],
	['', null]
])('degrees %s', (text, degrees) => {
	expect(readDegrees(text)).toBe(degrees);
});

describe('figures', () => {
	const read = (over: Record<string, string>) =>
		v.safeParse(figuresInput, { cooperativeId: newId(), bookYear: '2024', seenVersion: '1', ...over });
	test('are read as people write them', () => {
		expect(read({ members: '1.204', assetsRupiah: '1.250.000', netSurplusRupiah: '(5.000)' }).output).toMatchObject({
			members: 1204,
			assetsRupiah: 1_250_000n,
			netSurplusRupiah: -5000n,
			membersMale: null
		});
	});
	test.each([
		[{ members: '10', membersMale: '4', membersFemale: '5' }, 'notTheSum'],
		[{ assetsRupiah: '-1' }, 'tooSmall:0'],
		[{ assetsRupiah: '1,5' }, 'notAnAmount'],
		[{ members: 'banyak' }, 'notANumber'],
		[{ turnoverRupiah: '9'.repeat(18) }, 'notAnAmount']
	] as [Record<string, string>, string][])('%j: %s', (over, issue) => {
		expect(read(over).issues?.map(({ message }) => message)).toContain(issue);
	});
});

describe('papers of a request', () => {
	const none = { files: [], licences: [], handedIn: {} };
	const [number] = requestPapers.businessLicence;
	test('a file or a valid licence of the record is never asked for again', () => {
		expect(paperState(number!, none, '2026-03-02')).toEqual({ state: 'missing' });
		const file = { ...none, files: [{ what: 'businessNumber', on: '2025-01-01' }] } as const;
		expect(paperState(number!, file, '2026-03-02')).toEqual({ state: 'held', by: 'file', since: '2025-01-01' });
		const licence = (validUntil: string | null) => ({
			...none,
			licences: [{ kind: 'businessNumber', on: '2020-01-01', validUntil } as const]
		});
		expect(paperState(number!, licence('2026-03-02'), '2026-03-02').state).toBe('held');
		expect(paperState(number!, licence(null), '2026-03-02').state).toBe('held');
		expect(paperState(number!, licence('2026-03-01'), '2026-03-02').state).toBe('missing');
	});
	test('what was handed in is kept with its day', () => {
		expect(paperState(number!, { ...none, handedIn: { businessNumber: '2026-03-01' } }, '2026-03-02')).toEqual({
			state: 'handedIn',
			on: '2026-03-01'
		});
	});
	test.each(requestKinds)('%s asks each paper once', (kind) => {
		const names = requestPapers[kind].map(({ paper }) => paper);
		expect(new Set(names).size).toBe(names.length);
	});
});
