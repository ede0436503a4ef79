import * as v from 'valibot';
import { requiredDay } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { healthCategories } from './health.ts';

/** What the examinations stop reports to the register: the outcome of a scored examination, by its day. */
export const healthInput = v.object({
	cooperativeId: idOf<'Cooperative'>(),
	category: v.picklist(healthCategories),
	on: requiredDay()
});
