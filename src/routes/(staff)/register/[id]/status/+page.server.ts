import { lifeStatuses, nextLifeStatuses } from '#clinic/cooperatives/life.ts';
import { registryGrading } from '#clinic/cooperatives/registry-grading.ts';
import { decideLifeStatus } from '#clinic/cooperatives/server/commands/life.ts';
import { addRating, strikePart } from '#clinic/cooperatives/server/commands/papers.ts';
import { lifeDecisionsOf, meetingFactsOf, ratingsOf } from '#clinic/cooperatives/server/reads/parts.ts';
import { recordOf } from '#clinic/cooperatives/server/reads/record.ts';
import { may } from '#platform/actor.ts';
import { act, page } from '#platform/web/page.ts';
import { aroundRecord } from '../../record.ts';
import { ofRecord } from '../of-record.ts';

export const load = page('register.view', async (asked) => {
	const around = await aroundRecord(asked, 'status');
	const { reader, actor } = asked;
	const { id } = around.identity;
	const { lifeStatus, foundedOn, legalOn } = await recordOf(reader, actor, id);
	const meetings = await meetingFactsOf(reader, id);
	return {
		...around,
		life: lifeStatus,
		ways: lifeStatuses.filter((status) => nextLifeStatuses(lifeStatus).includes(status)),
		mayDecide: may(actor, 'life.decide'),
		decisions: await lifeDecisionsOf(reader, id),
		ratings: await ratingsOf(reader, id),
		grading: registryGrading({ foundedOn, legalOn }, meetings, around.today)
	};
});

export const actions = {
	decide: act(decideLifeStatus, { with: ofRecord }),
	rate: act(addRating, { with: ofRecord }),
	strike: act(strikePart, { with: (event) => ({ ...ofRecord(event), part: 'rating' }) })
};
