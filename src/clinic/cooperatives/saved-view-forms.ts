import * as v from 'valibot';
import { flag, requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';

/** How many views one person keeps. */
export const viewLimit = 20;

export const savedViewInput = v.object({
	name: requiredText(60),
	/** The filters as an address carries them. */
	query: v.pipe(v.string('required'), v.maxLength(1_000, 'tooLong:1000')),
	/** Everybody in the office sees it. */
	isShared: flag()
});

export const forgottenViewInput = v.object({ viewId: idOf<'SavedView'>() });
