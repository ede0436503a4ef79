import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	foldAddress,
	identityOf,
	likeness,
	rowKey,
	rowsBefore,
	type Identity
} from '#clinic/cooperatives/same-cooperative.ts';

const base = {
	core: 'karya mandiri',
	norm: 'ksu karya mandiri',
	legalNumberNorm: '1/BH',
	registryNumber: null,
	district: 'Bogor Timur',
	address: 'Jl. A No. 1'
};
const identity = (more: Partial<typeof base> | Record<string, string | null> = {}): Identity =>
	identityOf({ ...base, ...more });

const verdict = (a: Identity, b: Identity) => {
	const found = likeness(a, b);
	return found.verdict === 'perhaps' ? found.doubt : found.verdict;
};

describe('two rows of one office', () => {
	it.each<[string, Record<string, string | null>, string]>([
		['same number, same name', {}, 'same'],
		['same number, same name under another kind', { norm: 'ksp karya mandiri' }, 'same'],
		['same number, same name, district not said', { district: null }, 'same'],
		['same number, same name, district spelled otherwise', { district: 'Kec. BOGOR TIMUR' }, 'same'],
		['same number, same name, another district', { district: 'Tanah Sareal' }, 'sameNumberElsewhere'],
		['same number, another name', { core: 'x', norm: 'x' }, 'legalNumberRepeats'],
		['another number, same name and district', { legalNumberNorm: '2/BH' }, 'sameNameHere'],
		['no number, same name and district', { legalNumberNorm: null }, 'sameNameHere'],
		['another number, same name, another district', { legalNumberNorm: '2/BH', district: 'Tanah Sareal' }, 'different'],
		['nothing in common', { legalNumberNorm: '2/BH', core: 'x', norm: 'x' }, 'different']
	])('%s', (_, more, expected) => {
		expect(verdict(identity(), identity(more))).toBe(expected);
	});

	it.each<[string, Record<string, string | null>, Record<string, string | null>, string]>([
		[
			'same registry number and name, all else different',
			{ registryNumber: '1' },
			{ registryNumber: '1', legalNumberNorm: '2/BH', district: 'X' },
			'same'
		],
		[
			'same registry number, another name',
			{ registryNumber: '1' },
			{ registryNumber: '1', core: 'x' },
			'registryNumberRepeats'
		],
		[
			'same legal number and name, another registry number',
			{ registryNumber: '1' },
			{ registryNumber: '2' },
			'sameNumberElsewhere'
		],
		['no numbers at all, same line', { legalNumberNorm: null }, { legalNumberNorm: null }, 'same'],
		[
			'no numbers at all, address spelled otherwise',
			{ legalNumberNorm: null },
			{ legalNumberNorm: null, address: 'JALAN A NOMOR 01' },
			'same'
		],
		[
			'no numbers at all, another address',
			{ legalNumberNorm: null },
			{ legalNumberNorm: null, address: 'Jl. B' },
			'sameNameHere'
		],
		[
			'no numbers at all, another kind',
			{ legalNumberNorm: null },
			{ legalNumberNorm: null, norm: 'ksp karya mandiri' },
			'sameNameHere'
		],
		[
			'no numbers at all, one without district',
			{ legalNumberNorm: null },
			{ legalNumberNorm: null, district: null },
			'different'
		]
	])('%s', (_, a, b, expected) => {
		expect(verdict(identity(a), identity(b))).toBe(expected);
	});

	const some = (...values: (string | null)[]) => fc.constantFrom(...values);
	const anyIdentity = fc
		.record({
			core: some('a', 'b'),
			norm: some('ksp a', 'ksu a'),
			legalNumberNorm: some(null, '1', '2'),
			registryNumber: some(null, '7', '8'),
			district: some(null, 'X', 'Y'),
			address: some(null, 'Jl. 1')
		})
		.map((fields) => identityOf(fields as typeof base));

	it('are alike or not whichever comes first', () => {
		fc.assert(
			fc.property(anyIdentity, anyIdentity, (a, b) => void expect(likeness(a, b)).toEqual(likeness(b, a))),
			{ numRuns: 2_000 }
		);
	});

	it('a row that says something is the same as itself', () => {
		fc.assert(fc.property(anyIdentity, (a) => void expect(likeness(a, a)).toEqual({ verdict: 'same' })));
	});

	it('rows of a file are found as a comparison with each of them would find them', () => {
		fc.assert(
			fc.property(fc.array(anyIdentity, { maxLength: 12 }), (identities) => {
				const compare = rowsBefore();
				const kept: { identity: Identity; row: number }[] = [];
				for (const [row, one] of identities.entries()) {
					const found = compare(one, row);
					const same = kept
						.filter((before) => likeness(before.identity, one).verdict === 'same')
						.map((before) => before.row);
					if ('same' in found) expect(same).toContain(found.same);
					else {
						expect(same).toEqual([]);
						const perhaps = kept
							.filter((before) => likeness(before.identity, one).verdict === 'perhaps')
							.map((before) => before.row);
						expect(found.perhaps).toHaveLength(Math.min(3, perhaps.length));
						for (const { row: other } of found.perhaps) expect(perhaps).toContain(other);
						kept.push({ identity: one, row });
					}
				}
			})
		);
	});

	it('a file of equal numbers takes no longer than its rows', () => {
		const compare = rowsBefore();
		const startedAt = performance.now();
		for (let row = 0; row < 20_000; row += 1) compare(identity({ core: `nama ${row}` }), row);
		expect(performance.now() - startedAt).toBeLessThan(3_000);
	});
});

it('addresses are compared without their small words', () => {
	expect(foldAddress('Jl. Raya Semplak No. 68 RT.04 RW.10')).toBe(
		foldAddress('JALAN RAYA SEMPLAK NOMOR 068, Rukun Tetangga 4, Rukun Warga 10')
	);
	expect(foldAddress('Jl. Raya Semplak No. 68')).not.toBe(foldAddress('Jl. Raya Semplak No. 69'));
});

it('a line that comes again has the key it had, whatever its case and spaces', () => {
	const row = {
		name: 'KSP A',
		legalNumber: '1/BH',
		registryNumber: null,
		address: 'Jl. B',
		district: 'X',
		village: null
	};
	expect(rowKey(row)).toBe(rowKey({ ...row, name: 'ksp  A ', village: '' }));
	expect(rowKey(row)).not.toBe(rowKey({ ...row, address: null }));
	expect(rowKey({ ...row, name: 'KSP', legalNumber: 'A' })).not.toBe(
		rowKey({ ...row, name: 'KSP A', legalNumber: '' })
	);
});
