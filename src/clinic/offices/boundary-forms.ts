import * as v from 'valibot';
import { upload } from '#platform/fields.ts';

/** The villages of a regency at a scale that a screen shows take a tenth of this. */
export const largestBoundaries = 4 * 1_048_576;

export const newBoundaries = v.object({ boundaries: upload(largestBoundaries) });
