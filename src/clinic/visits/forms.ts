import * as v from 'valibot';
import { capacities } from '#clinic/cooperatives/kinds.ts';
import { personInput } from '#clinic/cooperatives/person-forms.ts';
import { oneOf, optionalOneOf, optionalText, optionalTypedCode, requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { breakLengths } from './breaks.ts';
import { priorities } from './priority.ts';
import { services } from './queue.ts';

/** An id, or null where the field is empty. */
export const optionalId = <Kind extends string>() =>
	v.pipe(
		v.optional(v.nullable(v.union([v.literal(''), idOf<Kind>()], 'missing')), null),
		v.transform((id) => id || null)
	);

const visitor = {
	person: personInput,
	capacity: oneOf(capacities),
	/** Empty: no cooperative, for example somebody who wants to found one. */
	cooperativeId: optionalId<'Cooperative'>(),
	service: oneOf(services),
	reason: requiredText(300),
	/** The code of a self-check that the visitor brought. */
	selfCheckCode: optionalTypedCode()
};

/** Somebody stands at the desk. */
export const walkIn = v.object({
	...visitor,
	/** Empty: not yet known which clinic. */
	clinicId: optionalId<'Clinic'>(),
	priority: optionalOneOf(priorities)
});

/** Who took a ticket at the kiosk or by telephone says who he or she is, and why. */
export const visitorNamed = v.object({ ...visitor, visitId: idOf<'Visit'>() });

export const nextCall = v.object({
	roomId: idOf<'Room'>(),
	/** The ticket that the board named when the button was pressed. */
	promised: optionalId<'Ticket'>(),
	/** Of one poli only, where the board shows one; empty: of all. */
	clinicId: optionalId<'Clinic'>()
});

export const ticketNamed = v.object({ ticketId: idOf<'Ticket'>() });

export const recalled = v.object({
	ticketId: idOf<'Ticket'>(),
	/** Where it is called to, when it was in no room yet. */
	roomId: optionalId<'Room'>()
});

export const otherRoom = v.object({ ticketId: idOf<'Ticket'>(), roomId: idOf<'Room'>() });

export const otherClinic = v.object({ ticketId: idOf<'Ticket'>(), clinicId: idOf<'Clinic'>() });

export const preferred = v.object({ ticketId: idOf<'Ticket'>(), priority: optionalOneOf(priorities) });

export const undone = v.object({ moveId: idOf<'TicketMove'>() });

export const roomNamed = v.object({ roomId: idOf<'Room'>() });

export const roomBreak = v.object({
	roomId: idOf<'Room'>(),
	minutes: v.pipe(
		v.union([v.string(), v.number()], 'required'),
		v.transform(Number),
		v.picklist(breakLengths, 'required')
	)
});

export const alarmNamed = v.object({ alarmId: idOf<'Alarm'>() });

/** What becomes of whoever is left when the day ends. */
export const dayEnd = v.object({
	left: v.optional(
		v.array(v.object({ ticketId: idOf<'Ticket'>(), state: oneOf(['absent', 'finished', 'cancelled']) })),
		[]
	)
});

const wholeMinutes = v.pipe(
	v.union([v.string(), v.number()], 'required'),
	v.transform((value) => (String(value).trim() === '' ? Number.NaN : Number(value))),
	v.integer('notANumber')
);

export const deskServiceChanged = v.object({
	clinicId: optionalId<'Clinic'>(),
	/** Empty: as many as come. */
	dailyQuota: v.pipe(
		v.optional(v.union([v.string(), v.number(), v.null()]), ''),
		v.transform((value) => (value === null || String(value).trim() === '' ? null : Number(value))),
		v.nullable(
			v.pipe(
				v.number('notANumber'),
				v.integer('notANumber'),
				v.minValue(0, 'tooSmall:0'),
				v.maxValue(999, 'tooLarge:999')
			)
		)
	),
	usualMinutes: v.pipe(wholeMinutes, v.minValue(1, 'tooSmall:1'), v.maxValue(480, 'tooLarge:480')),
	papers: optionalText(300),
	onKiosk: v.pipe(
		v.optional(v.union([v.boolean(), v.string()]), false),
		v.transform((value) => value === true || value === 'on' || value === 'true')
	)
});
