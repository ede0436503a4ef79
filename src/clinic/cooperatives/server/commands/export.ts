import { command } from '#platform/command.ts';
import { exportInput } from '../../export-forms.ts';
import { filtersIn, queryOf } from '../../list-filters.ts';

/** Puts on record that somebody took the register, or a part of it, out of the program. Its audit row is all it leaves. */
export const recordExport = command({
	name: 'cooperatives.recordExport',
	needs: 'register.view',
	input: exportInput,
	run: (_, { query, rows }) => Promise.resolve({ query: queryOf(filtersIn(new URLSearchParams(query))), rows })
});
