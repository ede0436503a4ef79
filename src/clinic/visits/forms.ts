import * as v from 'valibot';
import { capacities } from '#clinic/cooperatives/kinds.ts';
import { personInput } from '#clinic/cooperatives/person-forms.ts';
import { oneOf, optionalTypedCode, requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { services } from './queue.ts';

/** An id, or null where the field is empty. */
const optionalId = <Kind extends string>() =>
	v.pipe(
		v.optional(v.nullable(v.union([v.literal(''), idOf<Kind>()], 'missing')), null),
		v.transform((id) => id || null)
	);

/** Somebody stands at the desk. */
export const walkIn = v.object({
	person: personInput,
	capacity: oneOf(capacities),
	/** Empty: no cooperative, for example somebody who wants to found one. */
	cooperativeId: optionalId<'Cooperative'>(),
	service: oneOf(services),
	/** Empty: not yet known which clinic. */
	clinicId: optionalId<'Clinic'>(),
	reason: requiredText(300),
	/** The code of a self-check that the visitor brought. */
	selfCheckCode: optionalTypedCode()
});

export const nextCall = v.object({
	roomId: idOf<'Room'>(),
	/** The ticket that the board named when the button was pressed. */
	promised: optionalId<'Ticket'>()
});

export const ticketNamed = v.object({ ticketId: idOf<'Ticket'>() });

export const recalled = v.object({
	ticketId: idOf<'Ticket'>(),
	/** Where it is called to, when it was in no room yet. */
	roomId: optionalId<'Room'>()
});
