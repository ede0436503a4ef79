import * as v from 'valibot';
import { flag, optionalOneOf, optionalPhone, optionalText, requiredText } from '#platform/fields.ts';
import { kinds } from './kinds.ts';

/** A cooperative that is not in the register yet, as little as the desk knows of it. */
export const newCooperative = v.object({
	name: requiredText(200),
	/** Empty: read from the name where it says so. */
	kind: optionalOneOf(kinds),
	districtCode: v.pipe(
		v.optional(v.string(), ''),
		v.check((code) => code === '' || /^\d{2}\.\d{2}\.\d{2}$/.test(code), 'notUnderstood'),
		v.transform((code) => code || null)
	),
	legalNumber: optionalText(80),
	phone: optionalPhone(),
	/** The desk has looked at those that are alike and says that this is another. */
	isAnother: flag()
});
