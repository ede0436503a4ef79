import { causes } from '#clinic/diagnoses/causes.ts';
import { districtsOf } from '#clinic/offices/server/reads.ts';
import { changeSpecialist, endPause, pauseSpecialist } from '#clinic/referrals/server/commands/specialists.ts';
import { specialistOf } from '#clinic/referrals/server/reads/specialists.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('specialist.manage', async ({ reader, actor, event }) => {
	const { zone, now } = event.locals;
	const today = dayOf(now, zone);
	const person = await specialistOf(reader, actor, event.params.id ?? '', { today, zone });
	const served = person.clinics.map(({ code }) => code);
	return {
		person,
		subject: person.name,
		causes: causes.filter(({ clinic }) => served.includes(clinic)).map(({ code }) => code),
		districts: await districtsOf(reader, actor),
		today
	};
});

const here = { with: ({ params }: { params: Partial<Record<string, string>> }) => ({ staffId: params.id }) };

export const actions = {
	change: act(changeSpecialist, here),
	pause: act(pauseSpecialist, here),
	endPause: act(endPause)
};
