import { ruleAgreement } from '#clinic/diagnoses/server/reads/agreement.ts';
import { page } from '#platform/web/page.ts';

export const load = page('diagnosis.review', async ({ reader, actor }) => ({
	rules: await ruleAgreement(reader, actor)
}));
