import * as v from 'valibot';
import { capacities } from '#clinic/cooperatives/kinds.ts';
import { personInput } from '#clinic/cooperatives/person-forms.ts';
import { email, flag, oneOf, optionalText, requiredText, wholeNumber } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { personal } from '#platform/personal/marked.ts';
import { ways } from './appointments.ts';
import { services } from './queue.ts';

const optionalId = <Kind extends string>() =>
	v.pipe(
		v.optional(v.nullable(v.union([v.literal(''), idOf<Kind>()], 'missing')), null),
		v.transform((id) => id || null)
	);
const optionalEmail = () =>
	v.pipe(
		v.optional(v.union([v.literal(''), email()], 'notAnEmail'), ''),
		v.transform((text) => text || null)
	);

/** A moment as a machine writes it: the choice of a slot. */
const moment = () =>
	v.pipe(
		v.string('required'),
		v.check((text) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text) && !Number.isNaN(Date.parse(text)), 'required'),
		v.transform((text) => new Date(text))
	);
/** Day and clock as a person chooses them, `YYYY-MM-DDTHH:MM`, meant in the office's zone. */
const onTheWall = () =>
	v.pipe(v.string('required'), v.nonEmpty('required'), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'notADay'));

export const chosenSlot = v.object({
	serviceId: idOf<'AppointmentService'>(),
	way: oneOf(ways),
	startsAt: moment()
});

const visitorEntries = {
	person: personInput,
	email: v.pipe(optionalEmail(), personal()),
	capacity: oneOf(capacities),
	/** As the visitor writes it. */
	cooperativeName: optionalText(120),
	/** Known to the desk; empty from the public page. */
	cooperativeId: optionalId<'Cooperative'>(),
	reason: requiredText(300)
};
/** The visitor's own words about himself, for a slot that is held. */
export const confirmation = v.object({ appointmentId: idOf<'Appointment'>(), ...visitorEntries });
export const booking = v.object({ ...chosenSlot.entries, ...visitorEntries });
export type VisitorTold = Omit<v.InferOutput<typeof confirmation>, 'appointmentId'>;

export const movedTo = v.object({ appointmentId: idOf<'Appointment'>(), startsAt: moment() });
export const cancelled = v.object({ appointmentId: idOf<'Appointment'>(), why: optionalText(200) });
export const appointmentNamed = v.object({ appointmentId: idOf<'Appointment'>() });
export const substitution = v.object({
	appointmentId: idOf<'Appointment'>(),
	fromStaffId: idOf<'Staff'>(),
	toStaffId: idOf<'Staff'>()
});

export const newAbsence = v.pipe(
	v.object({ staffId: idOf<'Staff'>(), fromAt: onTheWall(), untilAt: onTheWall(), reason: requiredText(120) }),
	v.forward(
		v.check(({ fromAt, untilAt }) => fromAt < untilAt, 'untilBeforeFrom'),
		['untilAt']
	)
);
export const absenceNamed = v.object({ absenceId: idOf<'Absence'>() });

const serviceEntries = {
	name: requiredText(60),
	clinicId: optionalId<'Clinic'>(),
	service: oneOf(services),
	minutes: wholeNumber(10, 240),
	officers: v.pipe(
		oneOf(['1', '2']),
		v.transform((count) => Number(count) as 1 | 2)
	),
	ways: v.pipe(v.optional(v.array(v.picklist(ways, 'notUnderstood')), []), v.minLength(1, 'required'))
};
export const newService = v.object(serviceEntries);
export const changedService = v.object({ ...serviceEntries, serviceId: idOf<'AppointmentService'>(), isOpen: flag() });
export const chosenOfficers = v.object({ staffIds: v.optional(v.array(idOf<'Staff'>()), []) });

export const newFeed = v.object({ of: oneOf(['officer', 'room']), subjectId: idOf<'Feed'>() });
export const feedNamed = v.object({ linkId: idOf<'Link'>() });
