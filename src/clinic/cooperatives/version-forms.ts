import * as v from 'valibot';
import { wholeNumber } from '#platform/fields.ts';

/** What every form about a record sends, so that nobody overwrites what he or she has not seen. */
export const versionFields = {
	/** The version of the record that the form showed when it was opened. */
	seenVersion: wholeNumber(1, 2_000_000_000),
	/** The newest version of which its sender has been told since. */
	knownVersion: v.pipe(
		v.optional(v.union([v.string(), v.number()]), ''),
		v.transform((value) => (value === '' ? null : Number(value))),
		v.nullable(v.pipe(v.number(), v.integer('notUnderstood'), v.minValue(1, 'notUnderstood')))
	)
};
