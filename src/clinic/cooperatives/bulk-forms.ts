import * as v from 'valibot';
import { oneOf, requiredText } from '#platform/fields.ts';
import { BULK_LIMIT, bulkFields, bulkValue, seenRowsIn } from './bulk-fields.ts';

/** One field of many cooperatives. */
export const changeManyInput = v.pipe(
	v.object({
		field: oneOf(bulkFields),
		value: v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(40, 'notUnderstood')),
		/** The rows with the versions that were shown: `id:version,id:version`. */
		rows: v.pipe(
			v.string('required'),
			v.maxLength(60 * BULK_LIMIT, 'notUnderstood'),
			v.transform((text) => seenRowsIn(text) ?? []),
			v.minLength(1, 'required'),
			v.maxLength(BULK_LIMIT, 'notUnderstood')
		),
		reason: requiredText(300)
	}),
	v.forward(
		v.partialCheck([['field'], ['value']], ({ field, value }) => bulkValue(field, value) !== null, 'notUnderstood'),
		['value']
	)
);
