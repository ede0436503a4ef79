import { relapseCount, relapsesOf } from '#clinic/closures/server/reads.ts';
import { settleCard } from '#clinic/monitoring/server/commands/cards.ts';
import { controlsDue, openCards, stalledCases } from '#clinic/monitoring/server/reads/worklists.ts';
import { dropTask, finishTask } from '#clinic/treatments/server/commands/tasks.ts';
import { tasksDue } from '#clinic/treatments/server/reads/tasks.ts';
import { may } from '#platform/actor.ts';
import { addMonths, dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

const lists = ['tugas', 'kartu', 'kontrol', 'diam', 'kambuh'] as const;

export const load = page('case.view', async ({ reader, actor, event }) => {
	const { zone, now } = event.locals;
	const today = dayOf(now, zone);
	const address = event.url.searchParams;
	const list = lists.find((one) => one === address.get('daftar')) ?? 'tugas';
	const mine = address.has('saya');
	const own = <Row extends { readonly adviserId: string | null }>(rows: readonly Row[]) =>
		mine ? rows.filter(({ adviserId }) => adviserId === actor.id) : rows;
	const year = new Date(`${addMonths(today, -12)}T00:00:00Z`);
	return {
		list,
		mine,
		today,
		zone,
		maySettle: may(actor, 'case.care'),
		tasks: list === 'tugas' ? own(await tasksDue(reader, actor, today)) : [],
		cards: list === 'kartu' ? own(await openCards(reader, actor)) : [],
		controls: list === 'kontrol' ? own(await controlsDue(reader, actor, today)) : [],
		stalled: list === 'diam' ? own(await stalledCases(reader, actor, now, today)) : [],
		relapses: list === 'kambuh' ? await relapsesOf(reader, actor) : [],
		counted: list === 'kambuh' ? await relapseCount(reader, actor, year) : null
	};
});

export const actions = { settle: act(settleCard), finish: act(finishTask), drop: act(dropTask) };
