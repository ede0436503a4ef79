import { error, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit';
import { openCaseOf } from '#clinic/cases/server/reads.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { boardSheet } from '#clinic/examinations/server/reads/self.ts';
import { followUpsOf, nextControl } from '#clinic/monitoring/server/reads.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { consentsOf } from '#clinic/referrals/server/reads/guests.ts';
import { tickAction, untickAction } from '#clinic/treatments/server/commands/actions.ts';
import { planOf } from '#clinic/treatments/server/reads.ts';
import { boardPapers, inChargeOf, openingsOf } from '#clinic/treatments/server/reads/board.ts';
import { dayOf } from '#platform/clock.ts';
import { act, needing, page } from '#platform/web/page.ts';

/** Cheap telephones on weak networks: the page is whole without script, so none is sent. */
export const csr = false;

/** A link that opens nothing says why, here and after every press. */
const held = <Event extends RequestEvent, Answer>(needs: string, work: (event: Event) => Answer) =>
	needing(needs, (event: Event): Answer => {
		const { linkFault } = event.locals;
		if (linkFault) error(linkFault.status, linkFault.text);
		return work(event);
	});

/** The last few; all of them have a page of their own. */
const shownOpenings = 3;

const board = page('plan.tick', async ({ reader, actor, event }) => {
	const { zone, now } = event.locals;
	const today = dayOf(now, zone);
	const { name } = await identityOf(reader, actor, actor.subjectId ?? '', today);
	const patient = await openCaseOf(reader, actor, actor.subjectId ?? '');
	const office = await ownOffice(reader, actor);
	return {
		name: await nameOf(reader, actor),
		cooperative: name,
		stage: patient?.stage ?? null,
		plan: patient && (await planOf(reader, actor, patient.id)),
		people: patient ? await inChargeOf(reader, patient.id) : [],
		papers: await boardPapers(reader, actor),
		openings: await openingsOf(reader, actor, zone, shownOpenings),
		nextOn: patient && nextControl(await followUpsOf(reader, actor, patient.id)),
		office: office && { name: office.name, address: office.address, phone: office.phone },
		sheet: await boardSheet(reader, actor, now),
		guests: (await consentsOf(reader, actor, actor.subjectId ?? '', now)).length,
		today,
		zone
	};
});

export const load = held('plan.tick', (event: ServerLoadEvent) => board(event));

const tick = act(tickAction);
const untick = act(untickAction);

export const actions = {
	tick: Object.assign(
		held('plan.tick', (event: RequestEvent) => tick(event)),
		{ command: tick.command }
	),
	untick: Object.assign(
		held('plan.tick', (event: RequestEvent) => untick(event)),
		{ command: untick.command }
	)
};
