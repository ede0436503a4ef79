import type { Instrument } from './instrument.ts';
import { kkpkk2021Ksp } from './instruments/kkpkk-2021-ksp.ts';
import { kkpkk2021Real } from './instruments/kkpkk-2021-real.ts';
import { ksp2009 } from './instruments/ksp-2009.ts';
import { ksp2016 } from './instruments/ksp-2016.ts';
import { pearls } from './instruments/pearls.ts';

/** Every instrument and version there is. A correction is a new version: results of the old one stay readable. */
export const instruments: readonly Instrument[] = [ksp2009, ksp2016, kkpkk2021Real, kkpkk2021Ksp, pearls];

/**
 * The instrument of this code, in the version asked for or else the newest; `null` when there is none.
 * @param among oldest version first
 */
export function findInstrument(code: string, version?: string, among = instruments): Instrument | null {
	const found = among.filter(
		(instrument) => instrument.code === code && (version === undefined || instrument.version === version)
	);
	return found.at(-1) ?? null;
}
