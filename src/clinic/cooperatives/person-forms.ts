import * as v from 'valibot';
import { optionalPhone, requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { personal } from '#platform/personal/marked.ts';

/** Somebody who speaks for a cooperative, or wants to found one. */
export const personInput = v.object({
	name: v.pipe(requiredText(120), personal()),
	phone: v.pipe(optionalPhone(), personal())
});

export const personNamed = v.object({ personId: idOf<'Person'>() });
