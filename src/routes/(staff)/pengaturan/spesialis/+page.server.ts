import { setAnswerDays } from '#clinic/referrals/server/commands/specialists.ts';
import { answerDaysOf } from '#clinic/referrals/server/reads/settings.ts';
import { specialistsOf } from '#clinic/referrals/server/reads/specialists.ts';
import { clinicsOf } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('specialist.manage', async ({ reader, actor, event }) => {
	const { zone, now } = event.locals;
	const today = dayOf(now, zone);
	const people = await specialistsOf(reader, actor, { today, zone });
	return {
		today,
		answerDays: await answerDaysOf(reader, actor),
		poli: (await clinicsOf(reader, actor)).map(({ id, name, isOpen }) => ({
			id,
			name,
			isOpen,
			people: people.filter(({ clinics }) => clinics.some((clinic) => clinic.id === id))
		}))
	};
});

export const actions = { days: act(setAnswerDays) };
