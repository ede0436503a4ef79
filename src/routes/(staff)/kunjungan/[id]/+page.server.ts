import { ownOffice } from '#clinic/offices/server/reads.ts';
import { selfCheckTold } from '#clinic/examinations/ui/self-check-told.ts';
import { visitOf } from '#clinic/visits/server/reads.ts';
import { may } from '#platform/actor.ts';
import { page } from '#platform/web/page.ts';
import { found } from '#platform/refusal.ts';

export const load = page('queue.view', async ({ reader, actor, event }) => {
	const office = found(await ownOffice(reader, actor));
	const visit = await visitOf(reader, actor, event.params.id ?? '', event.locals.now);
	return {
		visit: { ...visit, phone: may(actor, 'person.view') ? visit.phone : null },
		office: { brand: office.brand, name: office.name },
		selfCheck: visit.selfCheckCode === null ? null : selfCheckTold(visit.selfCheckCode),
		isNew: event.url.searchParams.has('baru'),
		mayRegister: may(actor, 'visit.register'),
		mayBook: may(actor, 'appointment.book'),
		mayRecord: may(actor, 'complaint.record') && may(actor, 'case.view'),
		zone: event.locals.zone
	};
});
