import * as v from 'valibot';
import { optionalText, wholeNumber } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { parseInteger, parseRupiah } from '#ui/numbers.ts';
import { versionFields } from './version-forms.ts';

const typed = v.optional(v.union([v.string(), v.number()]), '');

/** How many, or null. @param most the largest that is believed */
export const optionalCount = (most = 10_000_000) =>
	v.pipe(
		typed,
		v.transform((value) =>
			typeof value === 'number' ? value : value.trim() === '' ? null : (parseInteger(value) ?? NaN)
		),
		v.nullable(v.pipe(v.number('notANumber'), v.minValue(0, 'tooSmall:0'), v.maxValue(most, `tooLarge:${most}`)))
	);

/** Whole rupiah as digits, or null; `mayOwe` lets it lie below zero. */
const optionalRupiah = (mayOwe: boolean) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.check((text) => text.trim() === '' || parseRupiah(text) !== null, 'notAnAmount'),
		v.transform((text) => (text.trim() === '' ? null : parseRupiah(text))),
		v.check((amount) => amount === null || (amount < 10n ** 17n && amount > -(10n ** 17n)), 'notAnAmount'),
		v.check((amount) => amount === null || mayOwe || amount >= 0n, 'tooSmall:0')
	);

export const headCounts = [
	'membersMale',
	'membersFemale',
	'staffMale',
	'staffFemale',
	'managersMale',
	'managersFemale'
] as const;
export const amounts = [
	'ownCapitalRupiah',
	'outsideCapitalRupiah',
	'assetsRupiah',
	'turnoverRupiah',
	'netSurplusRupiah'
] as const;

/** People and money of one book year, as the register asks them. */
export const figuresInput = v.pipe(
	v.object({
		cooperativeId: idOf<'Cooperative'>(),
		bookYear: wholeNumber(1940, 2100),
		/** Empty where men and women are given: then it is their sum. */
		members: optionalCount(),
		membersMale: optionalCount(),
		membersFemale: optionalCount(),
		staffMale: optionalCount(),
		staffFemale: optionalCount(),
		managersMale: optionalCount(),
		managersFemale: optionalCount(),
		ownCapitalRupiah: optionalRupiah(true),
		outsideCapitalRupiah: optionalRupiah(false),
		assetsRupiah: optionalRupiah(false),
		turnoverRupiah: optionalRupiah(false),
		netSurplusRupiah: optionalRupiah(true),
		...versionFields,
		/** From what this is known. */
		source: optionalText(300)
	}),
	v.forward(
		v.partialCheck(
			[['members'], ['membersMale'], ['membersFemale']],
			({ members, membersMale, membersFemale }) =>
				members === null || membersMale === null || membersFemale === null || members === membersMale + membersFemale,
			'notTheSum'
		),
		['members']
	)
);
