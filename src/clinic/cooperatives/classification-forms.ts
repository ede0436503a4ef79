import * as v from 'valibot';
import { optionalOneOf, optionalText } from '#platform/fields.ts';
import { approvers, businessClasses, groupCodes, reaches, sectorCodes } from './classification.ts';

/** One of the numbers of a list, or null. */
const oneNumberOf = (numbers: readonly number[]) =>
	v.pipe(
		v.optional(v.union([v.string(), v.number()]), ''),
		v.transform((value) => (value === '' ? null : Number(value))),
		v.check((value) => value === null || numbers.includes(value), 'notUnderstood')
	);

/** Yes, no, or not known. */
const yesNo = () =>
	v.pipe(
		v.optional(v.union([v.boolean(), v.picklist(['', 'yes', 'no'], 'notUnderstood')]), ''),
		v.transform((value) => (value === '' ? null : value === true || value === 'yes'))
	);

/** A web address as it is written on letterheads; http and https only. */
const website = v.pipe(
	optionalText(200),
	v.transform((text) => (text !== null && !/^https?:\/\//i.test(text) ? `https://${text}` : text)),
	v.check((text) => text === null || (URL.canParse(text) && new URL(text).hostname.includes('.')), 'notAWebsite')
);

const postalCode = v.pipe(
	optionalText(12),
	v.check((text) => text === null || /^\d{5}$/.test(text), 'digits:5')
);

/** What the national register asks beside the basics. */
export const classificationFields = {
	reach: optionalOneOf(reaches),
	guidedBy: optionalOneOf(reaches),
	groupCode: oneNumberOf(groupCodes),
	sectorCode: oneNumberOf(sectorCodes),
	businessClass: oneNumberOf(businessClasses),
	isLarge: yesNo(),
	legalApprovedBy: optionalOneOf(approvers),
	seat: optionalText(120),
	notary: optionalText(160),
	postalCode,
	fax: optionalText(40),
	website,
	note: optionalText(1000)
};
