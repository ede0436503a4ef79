import { beginRescoring } from '#clinic/examinations/server/commands/rescoring.ts';
import { rescorable, rescoringsOf } from '#clinic/examinations/server/reads/rescoring.ts';
import { newId } from '#platform/ids.ts';
import { act, page } from '#platform/web/page.ts';

/** How many earlier runs the page names. */
const shown = 20;

export const load = page('office.manage', async ({ reader, actor, event }) => ({
	instruments: (await rescorable(reader, actor)).reverse(),
	runs: await rescoringsOf(reader, actor, shown),
	zone: event.locals.zone
}));

export const actions = {
	default: act(beginRescoring, {
		with: () => ({ rescoringId: newId<'Rescoring'>() }),
		to: ({ rescoringId }) => `/pengaturan/pembacaan/hitung-ulang/${rescoringId}`
	})
};
