import { clinicCodes, usualClinics, type ClinicCode } from '#clinic/offices/poli.ts';
import type { CodeList, Disease } from '../disease.ts';
import { causeCodes, names, type CauseCode } from '../names.ts';
import { business, legal } from './business.ts';
import { finance } from './finance.ts';
import { governance, membership } from './governance.ts';
import { institution, licensing } from './institution.ts';
import { people } from './people.ts';
import type { Entry } from './entry.ts';

const groups: Readonly<Record<ClinicCode, Readonly<Record<string, Entry>>>> = {
	finance,
	people,
	institution,
	licensing,
	governance,
	membership,
	business,
	law: legal
};

export type KnownDisease = Disease & { readonly code: CauseCode };

function disease(code: CauseCode): KnownDisease {
	const clinic = clinicCodes.find((group) => code in groups[group]);
	const { number, id, en } = names[code];
	if (clinic === undefined || number[0] !== usualClinics.find((usual) => usual.code === clinic)?.prefix)
		throw new RangeError(`${code} ${number} stands in no group of its letter`);
	return { code, number, clinic, name: { id, en }, ...groups[clinic]![code]! };
}

/** The list in force: 64 codes in the eight groups of the poli. */
export const secondList: CodeList<KnownDisease> = {
	version: '2',
	publishedOn: '2026-11-30',
	diseases: causeCodes.map(disease)
};
