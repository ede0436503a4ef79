import * as v from 'valibot';
import { flag, oneOf, requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';

/** How many views one person keeps. */
export const viewLimit = 20;

/** Pages of the register that can be kept as they are filtered. */
export const viewPages = ['list', 'map'] as const;
export type ViewPage = (typeof viewPages)[number];

export const savedViewInput = v.object({
	page: v.optional(oneOf(viewPages), 'list'),
	name: requiredText(60),
	/** The filters as an address carries them. */
	query: v.pipe(v.string('required'), v.maxLength(1_000, 'tooLong:1000')),
	/** Everybody in the office sees it. */
	isShared: flag()
});

export const forgottenViewInput = v.object({ viewId: idOf<'SavedView'>() });

/** What the map is narrowed by. The map itself leaves out what it does not know; here only codes pass, in one order. */
const mapParams = ['keadaan', 'jenis', 'kecamatan', 'sebab', 'titik'];

export const mapQuery = (query: string): string => {
	const given = new URLSearchParams(query);
	const kept = new URLSearchParams();
	for (const name of mapParams) {
		const value = given.get(name) ?? '';
		if (/^[\w.-]{1,40}$/.test(value)) kept.set(name, value);
	}
	return kept.toString();
};
