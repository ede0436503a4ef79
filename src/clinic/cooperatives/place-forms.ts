import * as v from 'valibot';
import { optionalText, requiredDay } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { optionalCount } from './figure-forms.ts';
import { versionFields } from './version-forms.ts';

/** The box around Indonesia, in degrees: a slip of the comma or of the two numbers falls outside. */
const box = { latitude: [-11.2, 6.3], longitude: [94.7, 141.3] } as const;

/**
 * Degrees as people write them: -7.425, -7,425, 7.425 LS, 110,9 BT.
 * @returns null when it is no number of degrees
 */
export function readDegrees(text: string): number | null {
	const match = /^([-−]?)\s*(\d{1,3}(?:[.,]\d{1,10})?)\s*°?\s*(LS|LU|BT|S|N|E)?$/i.exec(text.trim());
	if (!match) return null;
	const size = Number(match[2]!.replace(',', '.'));
	const isSouth = /^(LS|S)$/i.test(match[3] ?? '');
	return match[1] !== '' || isSouth ? -size : size;
}

/** Whether a place lies in the box around Indonesia. */
export const inIndonesia = (place: Record<keyof typeof box, number>): boolean =>
	(['latitude', 'longitude'] as const).every((axis) => place[axis] >= box[axis][0] && place[axis] <= box[axis][1]);

/** Both numbers as one text, for the history: -7.4251, 110.9012. */
export const placeText = ({ latitude, longitude }: { latitude: number | null; longitude: number | null }) =>
	latitude === null || longitude === null ? null : `${latitude}, ${longitude}`;

const degrees = (axis: keyof typeof box) =>
	v.pipe(
		v.string('required'),
		v.nonEmpty('required'),
		v.check((text) => readDegrees(text) !== null, 'notDegrees'),
		v.transform((text) => Math.round(readDegrees(text)! * 1_000_000) / 1_000_000),
		v.check((value) => value >= box[axis][0] && value <= box[axis][1], 'notInIndonesia')
	);

/** Where a cooperative is found, and who last saw it there. */
export const placeInput = v.object({
	cooperativeId: idOf<'Cooperative'>(),
	latitude: degrees('latitude'),
	longitude: degrees('longitude'),
	/** Metres; empty: not measured. */
	placeAccuracyMetres: optionalCount(100_000),
	placeConfirmedOn: requiredDay(),
	...versionFields,
	source: optionalText(300)
});
