import { kinds } from '#clinic/cooperatives/kinds.ts';
import { causes } from '#clinic/diagnoses/causes.ts';
import { marks, type SpreadWanted } from '#clinic/reports/spread.ts';
import { chosenIn } from '../address.ts';

/** What of the map the address asks for; what it does not know it does not narrow. */
export const spreadWanted = (
	params: URLSearchParams,
	districts: readonly { readonly code: string }[]
): SpreadWanted => ({
	mark: chosenIn(params, 'keadaan', marks),
	kind: chosenIn(params, 'jenis', [...kinds, 'unknown']),
	district: chosenIn(
		params,
		'kecamatan',
		districts.map(({ code }) => code)
	),
	cause: chosenIn(
		params,
		'sebab',
		causes.map(({ code }) => code)
	)
});
