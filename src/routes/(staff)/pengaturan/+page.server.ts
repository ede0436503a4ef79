import { finishSetUp } from '#clinic/offices/server/commands/office.ts';
import { ownOffice, setUpOf } from '#clinic/offices/server/reads.ts';
import { actingToday, settingsInNumbers } from '#clinic/offices/server/reads/settings.ts';
import { dayOf } from '#platform/clock.ts';
import { found } from '#platform/refusal.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('office.view', async ({ reader, actor, event }) => {
	const { crest, ...office } = found(await ownOffice(reader, actor));
	const today = dayOf(event.locals.now, office.zone);
	const year = Number(today.slice(0, 4));
	return {
		office: { ...office, hasCrest: crest !== null },
		year,
		steps: await setUpOf(reader, actor),
		numbers: await settingsInNumbers(reader, actor, year),
		acting: await actingToday(reader, actor, today)
	};
});

export const actions = { finish: act(finishSetUp, { to: '/antrean' }) };
