import { clinicsOf } from '#clinic/offices/server/reads.ts';
import { callNext, finishVisit, markAbsent, recall } from '#clinic/visits/server/commands/queue.ts';
import { waitingRoom } from '#clinic/visits/server/reads.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('queue.view', async ({ reader, actor, event }) => {
	event.depends('clinic:queue');
	const { now, zone } = event.locals;
	const clinics = await clinicsOf(reader, actor);
	return {
		queue: await waitingRoom(reader, actor, now),
		clinics: clinics.filter(({ isOpen }) => isOpen).map(({ id, name }) => ({ id, name })),
		clinicId: event.url.searchParams.get('poli'),
		mayCall: may(actor, 'queue.call'),
		mayRegister: may(actor, 'visit.register'),
		maySeeCases: may(actor, 'case.view'),
		now,
		zone
	};
});

export const actions = {
	call: act(callNext),
	recall: act(recall),
	finish: act(finishVisit),
	absent: act(markAbsent)
};
