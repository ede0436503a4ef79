import { recordContact } from '#clinic/consultations/server/commands/linking.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('consultation.note', async () => ({}));

export const actions = {
	default: act(recordContact, {
		// A new matter: what is added to a known one is written down there.
		with: () => ({ threadId: '' }),
		to: ({ threadId }) => `/konsultasi/${threadId}`
	})
};
