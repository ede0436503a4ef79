import { comparisonOf } from '#clinic/monitoring/server/reads/comparison.ts';
import { page } from '#platform/web/page.ts';
import { patientOf } from '../patient.ts';

export const load = page('case.view', async (asked) => {
	const shown = await patientOf(asked);
	return { ...shown, ...(await comparisonOf(asked.reader, asked.actor, shown.patient.id, shown.zone)) };
});
