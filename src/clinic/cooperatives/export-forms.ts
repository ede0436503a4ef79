import * as v from 'valibot';
import { oneOf, wholeNumber } from '#platform/fields.ts';

export const exportInput = v.object({
	/** The filters as an address carries them; '' for the whole register. */
	query: v.pipe(v.string('required'), v.maxLength(1_000, 'tooLong:1000')),
	format: oneOf(['xlsx', 'csv']),
	/** How many rows it had when it began. */
	rows: wholeNumber(0, 10_000_000),
	/** Telephone and mail went with it. */
	hasContacts: v.boolean()
});
