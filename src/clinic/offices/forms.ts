import * as v from 'valibot';
import { zones } from '#platform/clock.ts';
import { optionalPhone, oneOf, requiredText, wholeNumber } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';

const time = () => v.pipe(v.string('required'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'notATime'));

/** One weekday: both times, or neither when the office is closed. */
const openDay = v.pipe(v.object({ opens: time(), closes: time() }), v.check(({ opens, closes }) => opens < closes, 'closesBeforeOpening'));

export const hoursInput = v.record(v.picklist(['1', '2', '3', '4', '5', '6', '7']), openDay);

export const officeIdentity = v.object({
	name: requiredText(120),
	brand: requiredText(60),
	address: requiredText(300),
	phone: optionalPhone(),
	zone: oneOf(zones)
});

export const newOffice = v.object({
	...officeIdentity.entries,
	id: idOf<'Office'>(),
	/** Code of the home ministry: 33.14. */
	code: v.pipe(v.string('required'), v.regex(/^\d{2}(\.\d{2})?$/, 'notAnAreaCode')),
	idleMinutes: v.optional(wholeNumber(1, 480), 15)
});
