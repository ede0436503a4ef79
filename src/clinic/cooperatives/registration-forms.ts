import * as v from 'valibot';
import { flag, optionalDay, optionalOneOf, optionalPhone, optionalText, requiredText } from '#platform/fields.ts';
import { classificationFields } from './classification-forms.ts';
import { idOf } from '#platform/ids.ts';
import { personal } from '#platform/personal/marked.ts';
import { forms, kinds, patterns, registryStatuses } from './kinds.ts';
import { looksLikeNationalId } from './national-id.ts';
import { versionFields } from './version-forms.ts';

const name = v.pipe(
	requiredText(200),
	v.check((text) => /\p{L}/u.test(text), 'notAName')
);

const areaCode = (pattern: RegExp) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.check((code) => code === '' || pattern.test(code), 'notUnderstood'),
		v.transform((code) => code || null)
	);
const districtCode = areaCode(/^\d{2}\.\d{2}\.\d{2}$/);

/** Digits in any spacing, or null. @param lengths how many there may be */
const digits = (...lengths: number[]) =>
	v.pipe(
		v.optional(v.string(), ''),
		v.transform((text) => text.replace(/[\s.\-'/]/g, '')),
		v.check(
			(text) => text === '' || (/^\d+$/.test(text) && lengths.includes(text.length)),
			`digits:${lengths.join('/')}`
		),
		v.transform((text) => text || null)
	);

/** A person's tax number is the citizen's number, which has no place in the register. */
const taxNumber = v.pipe(
	digits(15, 16),
	v.check((text) => text === null || !looksLikeNationalId(text), 'isANationalId')
);

const email = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text) => text.trim().toLowerCase()),
	v.check((text) => text === '' || (text.length <= 200 && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)), 'notAnEmail'),
	v.transform((text) => text || null)
);

const basics = {
	name,
	/** Empty: read from the name where it says so. */
	kind: optionalOneOf(kinds),
	pattern: optionalOneOf(patterns),
	form: optionalOneOf(forms),
	hasSavingsUnit: flag(),
	legalNumber: optionalText(80),
	legalOn: optionalDay(),
	foundedOn: optionalDay(),
	registryNumber: digits(13),
	businessNumber: digits(13),
	taxNumber,
	address: optionalText(300),
	districtCode,
	/** The organisation's own, yet often that of its chair: kept out of the audit row. */
	phone: v.pipe(optionalPhone(), personal()),
	email: v.pipe(email, personal())
};

/** A cooperative that is not in the register yet; at the desk as little as the desk knows of it. */
export const newCooperative = v.object({
	...basics,
	/** The first value; later ones are decided (`decideLifeStatus`). */
	registryStatus: optionalOneOf(registryStatuses),
	/** The desk has looked at those that are alike and says that this is another. */
	isAnother: flag(),
	/** The same said with a reason. */
	whyAnother: optionalText(300)
});

/** The register's words about a cooperative, put right. */
export const correctedCooperative = v.object({
	cooperativeId: idOf<'Cooperative'>(),
	...basics,
	villageCode: areaCode(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/),
	...classificationFields,
	...versionFields,
	reason: requiredText(300)
});
export type CorrectedCooperative = v.InferOutput<typeof correctedCooperative>;
export type Basics = Omit<CorrectedCooperative, 'cooperativeId' | 'reason' | keyof typeof versionFields>;
