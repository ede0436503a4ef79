import { clinicsOf } from '#clinic/offices/server/reads.ts';
import {
	answerAlarm,
	leaveRoom,
	raiseAlarm,
	reopenDay,
	resumeRoom,
	takeBreak
} from '#clinic/visits/server/commands/day.ts';
import { beginServing, callNext, finishVisit, markAbsent, recall } from '#clinic/visits/server/commands/queue.ts';
import { changeRoom, parkTicket, preferTicket, transferTicket } from '#clinic/visits/server/commands/sending.ts';
import { undoMove } from '#clinic/visits/server/commands/undo.ts';
import { presentCodeAt } from '#clinic/visits/server/present.ts';
import { closedAt, openAlarms } from '#clinic/visits/server/reads/board.ts';
import { waitingRoom } from '#clinic/visits/server/reads.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('queue.view', async ({ reader, actor, event }) => {
	event.depends('clinic:queue');
	const { now, zone } = event.locals;
	const clinics = await clinicsOf(reader, actor);
	const queue = await waitingRoom(reader, actor, now);
	return {
		queue,
		alarms: await openAlarms(reader, actor),
		closedAt: await closedAt(reader, actor, queue.today),
		presentCode: presentCodeAt(actor.officeId!, now),
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
	begin: act(beginServing),
	room: act(changeRoom),
	transfer: act(transferTicket),
	park: act(parkTicket),
	prefer: act(preferTicket),
	finish: act(finishVisit),
	absent: act(markAbsent),
	undo: act(undoMove),
	break: act(takeBreak),
	leave: act(leaveRoom),
	resume: act(resumeRoom),
	alarm: act(raiseAlarm),
	answer: act(answerAlarm),
	reopen: act(reopenDay)
};
