import { json, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit';
import { boundariesOf } from '#clinic/offices/server/reads/boundaries.ts';
import { districtsOf } from '#clinic/offices/server/reads.ts';
import { spreadOf } from '#clinic/reports/server/reads/spread.ts';
import { isPlaced, isWanted, sentMap } from '#clinic/reports/spread.ts';
import { dayOf } from '#platform/clock.ts';
import { needing, page } from '#platform/web/page.ts';
import { spreadWanted } from '../wanted.ts';

const ask = page('register.view', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const wanted = spreadWanted(event.url.searchParams, await districtsOf(reader, actor));
	const spots = await spreadOf(reader, actor, dayOf(now, zone));
	const placed = spots.filter((spot) => isWanted(spot, wanted)).filter(isPlaced);
	return { ...sentMap(await boundariesOf(reader, actor), placed) };
});

/** The points of the moving map: asked for by script alone, so that the page stays light without. */
export const GET = needing('register.view', async (event: RequestEvent) =>
	json(await ask(event as unknown as ServerLoadEvent))
);
