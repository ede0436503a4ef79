import * as v from 'valibot';
import { requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { optionalId } from './forms.ts';

/** A number at the kiosk; empty: for those who do not know which poli they need. */
export const given = v.object({ clinicId: optionalId<'Clinic'>() });

/** The four digits on the board; what is typed around them does not matter. */
const roomCode = v.pipe(
	v.optional(v.string(), ''),
	v.transform((text) => text.replace(/\D/g, '').slice(0, 8))
);

/** A number by telephone. */
export const taken = v.object({
	clinicId: optionalId<'Clinic'>(),
	/** Empty: not here yet. */
	code: roomCode,
	/** The telephone, as a keyed hash. */
	holder: requiredText(100)
});

export const confirmed = v.object({ ticketId: idOf<'Ticket'>(), code: roomCode });

/** What a kiosk gave while the network was gone. */
export const settled = v.object({
	tickets: v.pipe(
		v.array(
			v.object({
				/** Made by the kiosk: handed in twice, it is one. */
				id: idOf<'Ticket'>(),
				number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9999)),
				clinicId: optionalId<'Clinic'>(),
				at: v.pipe(
					v.string(),
					v.isoTimestamp(),
					v.transform((text) => new Date(text))
				)
			})
		),
		v.maxLength(500)
	)
});
