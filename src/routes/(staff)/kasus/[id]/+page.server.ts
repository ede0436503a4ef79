import { takeCase } from '#clinic/cases/server/commands.ts';
import { caseFile } from '#clinic/cases/server/reads.ts';
import { savingsUnitOf } from '#clinic/examinations/server/reads/savings-unit.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { opinionsToGive } from '#clinic/examinations/server/reads/opinions.ts';
import { selfCheckTold } from '#clinic/examinations/ui/self-check-told.ts';
import { inQueueNow, visitsOf } from '#clinic/visits/server/reads.ts';
import { stepNeeds, steps } from '#clinic/cases/next-step.ts';
import { openTasksOf } from '#clinic/treatments/server/reads/tasks.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';
import { nextFor } from '../next.ts';

export const load = page('case.view', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const today = dayOf(now, zone);
	const file = await caseFile(reader, actor, event.params.id ?? '');
	const identity = await identityOf(reader, actor, file.cooperativeId, today);
	const visits = await visitsOf(reader, actor, identity.id);
	/** The newest that was brought to this case. */
	const brought = visits.find(({ caseId, selfCheckCode }) => caseId === file.id && selfCheckCode !== null);
	return {
		file,
		identity,
		queue: (await inQueueNow(reader, actor, identity.id, today))[0]?.label ?? null,
		unit: await savingsUnitOf(reader, actor, identity),
		visits,
		selfCheck: brought?.selfCheckCode ? selfCheckTold(brought.selfCheckCode) : null,
		next: await nextFor(reader, actor, { patient: file, identity, milestones: file.milestones, today }),
		mySteps: steps.filter((step) => may(actor, stepNeeds[step])),
		mayTake:
			may(actor, 'case.care') && actor.kind === 'staff' && file.adviser?.id !== actor.id && file.closedAt === null,
		opinions: await opinionsToGive(reader, actor, file.id),
		tasks: await openTasksOf(reader, actor, file.id),
		mayTask: may(actor, 'case.care'),
		filter: event.url.searchParams.get('riwayat'),
		showAll: event.url.searchParams.has('semua'),
		zone
	};
});

export const actions = {
	take: act(takeCase, { with: ({ params }) => ({ caseId: params.id }) })
};
