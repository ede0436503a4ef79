import { fail, type RequestEvent } from '@sveltejs/kit';
import { offeredBy } from '#clinic/visits/server/giving.ts';
import { ownDevice } from '#clinic/visits/server/reads/devices.ts';
import { lastOf } from '#clinic/visits/server/reads/ticket.ts';
import { mostButtons } from '#clinic/visits/quota.ts';
import { Refusal } from '#platform/refusal.ts';
import { needing, page } from '#platform/web/page.ts';
import { refusalText } from '#platform/web/words.ts';
import { giveNumber } from './given.ts';

/** A screen to be touched at the door: whole without script, and with a small one of its own. */
export const csr = false;

export const load = page('ticket.give', async ({ reader, actor, event }) => {
	const { office, today, opening, queues } = await offeredBy(reader, actor, event.locals.now);
	const { series } = await ownDevice(reader, actor);
	return {
		brand: office.brand,
		officeCode: office.code,
		phone: office.phone,
		hasCrest: office.crest !== null,
		opening,
		queues: queues.filter(({ onKiosk }) => onKiosk).slice(0, mostButtons),
		series: series!,
		last: await lastOf(reader, actor, series!, today),
		today,
		zone: event.locals.zone
	};
});

export const actions = {
	default: needing('ticket.give', async (event: RequestEvent) => {
		try {
			return { slip: await giveNumber(event, Object.fromEntries(await event.request.formData())) };
		} catch (problem) {
			if (problem instanceof Refusal) return fail(409, { message: refusalText(problem) });
			throw problem;
		}
	})
};
