import { passes, readFilter } from '#clinic/cases/board.ts';
import { opinionsToGive } from '#clinic/examinations/server/reads/opinions.ts';
import { stageBoard } from '#clinic/cases/server/reads/board.ts';
import { dayOf } from '#platform/clock.ts';
import { page } from '#platform/web/page.ts';

export const load = page('case.view', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const today = dayOf(now, zone);
	const address = event.url.searchParams;
	const filter = readFilter(address);
	const cards = (await stageBoard(reader, actor)).map(({ since, lastAt, ...card }) => ({
		...card,
		sinceOn: dayOf(since, zone),
		lastOn: dayOf(lastAt, zone)
	}));
	const all = cards.map(({ districtCode, district, adviserId, adviser }) => ({
		districtCode,
		district,
		adviserId,
		adviser
	}));
	return {
		cards: cards.filter((card) => passes(card, filter, today)),
		total: cards.length,
		filter,
		districts: choices(all.map(({ districtCode, district }) => [districtCode, district])),
		advisers: choices(all.map(({ adviserId, adviser }) => [adviserId, adviser])),
		opinions: await opinionsToGive(reader, actor),
		asTable: address.get('tampilan') === 'tabel',
		sort: address.get('urut') ?? '',
		mine: actor.id,
		today
	};
});

/** What there is to choose, once each, by name. */
const choices = (pairs: readonly (readonly [string | null, string | null])[]) =>
	[...new Map(pairs.filter(([value, label]) => value !== null && label !== null) as [string, string][])]
		.map(([value, label]) => ({ value, label }))
		.sort((a, b) => (a.label < b.label ? -1 : 1));
