import { acceptHandover, handOver, withdrawHandover } from '#clinic/cases/server/commands/handovers.ts';
import { stageBoard } from '#clinic/cases/server/reads/board.ts';
import { casesInHand, handoversOf } from '#clinic/cases/server/reads/handovers.ts';
import { colleaguesWho } from '#clinic/offices/server/reads/colleagues.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('case.care', async ({ reader, actor, event }) => {
	const { zone, now } = event.locals;
	const today = dayOf(now, zone);
	const mayForOthers = may(actor, 'plan.approve');
	const inHand = await casesInHand(reader, actor);
	const handovers = await handoversOf(reader, actor);
	const wanted = new Set(handovers.flatMap(({ waiting }) => waiting));
	const cards = wanted.size > 0 ? (await stageBoard(reader, actor)).filter(({ id }) => wanted.has(id)) : [];
	return {
		me: actor.id,
		mine: handovers
			.filter(({ toId, waiting }) => toId === actor.id && waiting.length > 0)
			.map((one) => ({ ...one, cards: cards.filter(({ id }) => one.waiting.includes(id)) })),
		given: handovers.filter(({ toId }) => toId !== actor.id),
		givers: inHand.filter(({ staffId }) => mayForOthers || staffId === actor.id),
		successors: await colleaguesWho(reader, actor, 'case.care', today),
		mayForOthers,
		zone
	};
});

export const actions = { give: act(handOver), accept: act(acceptHandover), withdraw: act(withdrawHandover) };
