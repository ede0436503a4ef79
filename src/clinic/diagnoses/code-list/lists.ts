import type { ClinicCode } from '#clinic/offices/poli.ts';
import { firstList, type FirstCause } from './first.ts';
import { secondList, type KnownDisease } from './second/list.ts';

/** The list in force. */
export const codeList = secondList;

/** Every version there is, by its number. */
export const versions = [firstList.version, secondList.version] as const;

/** A disease as one version of the list has it; null where that version has none of this code. */
export function entryOf(code: string, version: string): FirstCause | KnownDisease | null {
	const entries: readonly (FirstCause | KnownDisease)[] =
		version === firstList.version ? firstList.diseases : version === codeList.version ? codeList.diseases : [];
	return entries.find((entry) => entry.code === code) ?? null;
}

export const clinicIn = (code: string, version: string): ClinicCode | null => entryOf(code, version)?.clinic ?? null;
