import { recordGuestAccess, writeAdvice } from '#clinic/referrals/server/commands/guests.ts';
import { guestFile } from '#clinic/referrals/server/reads/guests.ts';
import { guestsPlan, guestsSessions } from '#clinic/treatments/server/reads/guests.ts';
import { act, page } from '#platform/web/page.ts';

/** Whole without script: whoever is asked for an advice opens it on whatever is at hand. */
export const csr = false;

export const load = page(
	'guest.view',
	async ({ reader, actor, event }) => {
		const file = await guestFile(reader, actor);
		const { pages, caseId } = file.guest;
		return {
			file,
			plan: pages.includes('plan') ? { newest: await guestsPlan(reader, caseId) } : null,
			sessions: pages.includes('notes') ? await guestsSessions(reader, caseId) : null,
			now: event.locals.now,
			zone: event.locals.zone
		};
	},
	{ deed: recordGuestAccess, input: () => ({}) }
);

export const actions = { advise: act(writeAdvice) };
