import * as v from 'valibot';
import { requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';

export const newHandover = v.object({
	fromId: idOf<'Staff'>(),
	toId: idOf<'Staff'>(),
	note: requiredText(1000)
});

/** Which cases are accepted: those named, or all that are offered. */
export const handoverAccepted = v.object({
	handoverId: idOf<'Handover'>(),
	caseIds: v.optional(v.array(idOf<'Case'>()), []),
	all: v.optional(v.picklist(['yes', '']), '')
});

export const handoverNamed = v.object({ handoverId: idOf<'Handover'>() });
