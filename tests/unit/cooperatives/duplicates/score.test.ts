import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alike } from '#clinic/cooperatives/duplicates/alike.ts';
import { nameEvidence } from '#clinic/cooperatives/duplicates/name-evidence.ts';
import {
	compareDigits,
	compareLegal,
	isNational,
	isOneSlip,
	legalParts
} from '#clinic/cooperatives/duplicates/number-evidence.ts';
import { profileOf, type Profile } from '#clinic/cooperatives/duplicates/profile.ts';
import { rarityAmong } from '#clinic/cooperatives/duplicates/rarity.ts';
import { scorePair } from '#clinic/cooperatives/duplicates/score.ts';
import { usualRarity } from '#clinic/cooperatives/duplicates/usual-words.ts';
import { readLegalNumber } from '#clinic/cooperatives/legal-numbers.ts';
import { foldCooperativeName } from '#clinic/cooperatives/names.ts';

/** A record as the register keeps it, from what a clerk would write. */
const record = (
	name: string,
	over: Partial<Record<'legal' | 'registry' | 'tax' | 'address' | 'district', string>> & { people?: string[] } = {}
): Profile =>
	profileOf({
		id: name,
		...foldCooperativeName(name),
		legalNumberNorm: over.legal ? readLegalNumber(over.legal)!.norm : null,
		registryNumber: over.registry ?? null,
		businessNumber: null,
		taxNumber: over.tax ?? null,
		address: over.address ?? null,
		districtCode: over.district ?? null,
		districtText: null,
		people: over.people ?? []
	});
const score = (a: Profile, b: Profile) => scorePair(a, b, usualRarity);
const codes = (a: Profile, b: Profile) => score(a, b).reasons.map(({ code }) => code);

describe('alike', () => {
	it.each([
		['sejahtera', 'sejahtera', 1],
		['martha', 'marhta', 0.961],
		['dixon', 'dicksonx', 0.813],
		['abc', 'xyz', 0]
	])('%s and %s', (a, b, value) => expect(alike(a, b)).toBeCloseTo(value, 3));

	it('is the same both ways round and stays between 0 and 1', () => {
		const word = fc.string({ unit: fc.constantFrom(...'abcde'), maxLength: 10 });
		fc.assert(
			fc.property(word, word, (a, b) => {
				const value = alike(a, b);
				return value === alike(b, a) && value >= 0 && value <= 1 && (value === 1) === (a === b);
			})
		);
	});
});

describe('numbers', () => {
	it.each([
		['12345', '12345', false],
		['12345', '12346', true],
		['12345', '1234', true],
		['12345', '124345', true],
		['12345', '13245', true],
		['12345', '14325', false],
		['12345', '123', false]
	])('%s and %s are one slip apart: %s', (a, b, is) => expect(isOneSlip(a, b)).toBe(is));

	it('of the organisation: what one does not know says nothing', () => {
		expect(compareDigits('3314010010001', '3314010010001')).toBe('same');
		expect(compareDigits('3314010010001', '3314010010002')).toBe('slip');
		expect(compareDigits('3314010010001', '9120001234567')).toBe('other');
		expect(compareDigits(null, '3314010010001')).toBeNull();
	});

	const legal = (a: string, b: string) =>
		compareLegal(legalParts(readLegalNumber(a)!.norm), legalParts(readLegalNumber(b)!.norm));
	it.each([
		['8091/BH/KWK-10/22', '8091/BH/KWK.10.22', 'same'],
		['518/13/BH/PERINDAGKOP', '518/13/BH/DISPERINDAGKOP', 'sameSeries'],
		['7845/BH/PAD/KWK10/V/1988', '7845/BH/DK.10/3', 'alike'],
		['003184/BH/M.KUKM.2/I/2017', '003185/BH/M.KUKM.2/I/2017', 'slip'],
		['003184/BH/M.KUKM.2/I/2017', '009999/BH/M.KUKM.2/I/2017', 'other'],
		['8792/BH/KWK.10/22', 'AHU-0003726.AH.01.26.TAHUN 2020', 'otherFamily']
	])('%s and %s: %s', (a, b, says) => expect(legal(a, b)).toBe(says));

	it('are given out for the whole nation, or not', () => {
		expect(isNational(readLegalNumber('AHU-0003726.AH.01.26.TAHUN 2020')!.norm)).toBe(true);
		expect(isNational(readLegalNumber('003184/BH/M.KUKM.2/I/2017')!.norm)).toBe(true);
		expect(isNational(readLegalNumber('8792/BH/KWK.10/22')!.norm)).toBe(false);
	});
});

describe('names', () => {
	const evidence = (a: string, b: string) =>
		nameEvidence(
			foldCooperativeName(a).core.split(' '),
			foldCooperativeName(b).core.split(' '),
			() => 8,
			() => Infinity
		);

	it('in any order, spelling and with the words joined', () => {
		const same = evidence('Giri Lawu Sentana', 'Giri Lawu Sentana');
		expect(same.isSame).toBe(true);
		expect(evidence('Giri Lawu Sentana', 'Sentana Giri Lawoe')).toEqual(
			expect.objectContaining({ bits: same.bits, isSame: true })
		);
		expect(evidence('Kedung Jaya', 'Kedungjaya').left).toEqual([]);
		expect(evidence('Giri Lawu', 'Giri Lawau').left).toEqual([]);
	});

	it('a word left over speaks against, most where both have one, and a number more', () => {
		const bits = (a: string, b: string) => evidence(a, b).bits;
		expect(bits('Giri Lawu', 'Giri Lawu Sentana')).toBeLessThan(bits('Giri Lawu', 'Giri Lawu'));
		expect(bits('Giri Lawu Samudra', 'Giri Lawu Kelapa')).toBeLessThan(bits('Giri Lawu', 'Giri Lawu Sentana'));
		expect(bits('SMAN 2', 'SMAN 5')).toBeLessThan(bits('SMAN Dua', 'SMAN Lima'));
	});

	it('words that stand together in several names count once', () => {
		const names = [
			'Rumah Sakit Waras',
			'Rumah Sakit Husada',
			'Rumah Sakit Kasih',
			'Rumah Sakit Ibu',
			'Giri Lawu',
			'Segara Banyu'
		];
		const rarity = rarityAmong(names.map((name) => record(`KSP ${name}`)));
		const bits = (a: string, b: string) => nameEvidence(a.split(' '), b.split(' '), rarity.word, rarity.beside).bits;
		expect(bits('rumah sakit', 'rumah sakit')).toBeLessThan(bits('giri lawu', 'giri lawu') - 4);
	});
});

describe('scorePair', () => {
	it('is the same both ways round, whatever is known', () => {
		const name = fc.array(fc.constantFrom('Giri', 'Lawu', 'Jaya', 'Makmur', '2', 'Sentana'), {
			minLength: 1,
			maxLength: 4
		});
		const profile = fc
			.record({
				name,
				legal: fc.constantFrom('', '8091/BH/KWK-10/22', '518/13/BH/PERINDAGKOP'),
				district: fc.constantFrom('', '33.14.01', '33.14.02')
			})
			.map(({ name: words, ...over }) => record(`KSP ${words.join(' ')}`, over));
		fc.assert(
			fc.property(profile, profile, (a, b) => {
				const [one, other] = [score(a, b), score(b, a)];
				return Math.abs(one.percent - other.percent) <= 1 && one.percent >= 0 && one.percent <= 99;
			}),
			{ numRuns: 500 }
		);
	});

	it('weighs nothing for what one of the two does not say', () => {
		const known = {
			legal: 'AHU-0003726.AH.01.26.TAHUN 2020',
			registry: '3314010010001',
			address: 'Jalan Lawu 4',
			district: '33.14.01'
		};
		const bare = score(record('KSP Giri Lawu'), record('KSP Giri Lawu'));
		expect(score(record('KSP Giri Lawu', known), record('KSP Giri Lawu'))).toEqual(bare);
		expect(score(record('KSP Giri Lawu', known), record('KSP Giri Lawu', known)).percent).toBeGreaterThan(bare.percent);
		const other = {
			legal: '8792/BH/KWK.10/22',
			registry: '9999010010001',
			address: 'Dusun Jauh 9',
			district: '33.14.02'
		};
		expect(score(record('KSP Giri Lawu', known), record('KSP Giri Lawu', other)).percent).toBeLessThan(bare.percent);
	});

	it('leaves two that share a number and nothing else to a person, and says so', () => {
		const strong = { legal: '8621/BH/PAD/KWK.10/II/98', district: '32.71.06' };
		const [a, b] = [record('KOPASGO', strong), record('Koperasi Karyawan PT.Jamsostek', strong)];
		expect(score(a, b)).toMatchObject({ band: 'review' });
		expect(codes(a, b)).toContain('numberOnly');
		const weak = { legal: '518/13/BH/PERINDAGKOP' };
		const [c, d] = [record('KPRI Pascapanen', weak), record('KSU Pembangunan Lingkungan', weak)];
		expect(score(c, d).band).toBeNull();
	});

	it('takes one digit apart for no evidence: numbers are given out one after the other', () => {
		const a = record('KSP Giri Lawu', { registry: '3314010010001' });
		expect(codes(a, record('KSP Segara Banyu', { registry: '3314010010002' }))).not.toContain('registrySame');
		expect(score(a, record('KSP Segara Banyu', { registry: '3314010010002' })).band).toBeNull();
	});

	it('takes the tax number of 16 digits and of 15 for one', () => {
		expect(codes(record('KSP A', { tax: '0123456789012345' }), record('KSP B', { tax: '123456789012345' }))).toContain(
			'taxSame'
		);
	});

	it('says why, the weightiest first, and names no value', () => {
		const over = { legal: '8091/BH/KWK-10/22', address: 'Jalan Rahasia 4', people: ['Pak Harjo'] };
		const { reasons } = score(record('KSP Giri Lawu', over), record('KPRI Giri Lawu Sentana', over));
		const weights = reasons.map(({ bits }) => Math.abs(bits));
		expect(weights).toEqual(weights.toSorted((x, y) => y - x));
		expect(reasons.map(({ code }) => code).toSorted()).toEqual([
			'addressSame',
			'kindOther',
			'legalSame',
			'nameAlike',
			'personSame'
		]);
		expect(JSON.stringify(reasons).toLowerCase()).not.toMatch(/giri|rahasia|8091|harjo/);
	});
});
