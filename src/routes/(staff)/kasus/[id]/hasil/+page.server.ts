import { mayFollow } from '#clinic/cases/journey.ts';
import { declareRelapse, endCare } from '#clinic/closures/server/commands/relapse.ts';
import { declareRecovered, proposeClosure } from '#clinic/closures/server/commands/outcome.ts';
import {
	proposalsOf,
	recoveriesOf,
	recoveryOf,
	relapsedInto,
	relapseOf,
	supportedGrounds,
	titlesOfRules
} from '#clinic/closures/server/reads.ts';
import { isRelapse, mayEndCare } from '#clinic/closures/relapse.ts';
import { isRecovered } from '#clinic/closures/recovery.ts';
import { usualNextControl } from '#clinic/monitoring/controls.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { act, page } from '#platform/web/page.ts';
import { patientOf } from '../patient.ts';

export const load = page('case.view', async (asked) => {
	const { reader, actor, event } = asked;
	const { now } = event.locals;
	const shown = await patientOf(asked);
	const { id, stage, isClosed } = shown.patient;
	const criteria = await recoveryOf(reader, actor, id, now);
	const [recovery] = await recoveriesOf(reader, actor, id);
	const since = stage === 'recovered' && recovery ? dayOf(recovery.at, shown.zone) : null;
	const open = stage !== 'recovered' && stage !== 'dissolutionProposed' && !isClosed;
	return {
		...shown,
		criteria,
		recovery: stage === 'recovered' ? (recovery ?? null) : null,
		proposals: await proposalsOf(reader, actor, id),
		supported: await supportedGrounds(reader, actor, id, now),
		titles: await titlesOfRules(reader),
		usualNext: usualNextControl('recovered', shown.today),
		relapse: await relapseOf(reader, actor, id),
		into: await relapsedInto(reader, actor, id),
		mayRelapse: may(actor, 'outcome.decide') && since !== null && isRelapse(since, shown.today),
		mayEnd: may(actor, 'outcome.decide') && since !== null && mayEndCare(since, shown.today),
		mayDeclare:
			may(actor, 'outcome.decide') &&
			open &&
			mayFollow(stage, 'recovered') &&
			criteria !== null &&
			isRecovered(criteria),
		isWatched: mayFollow(stage, 'recovered'),
		mayPropose: may(actor, 'closure.propose') && open && mayFollow(stage, 'dissolutionProposed')
	};
});

const here = { with: ({ params }: { params: Partial<Record<string, string>> }) => ({ caseId: params.id }) };

export const actions = {
	recovered: act(declareRecovered, here),
	close: act(proposeClosure, here),
	relapse: act(declareRelapse, { ...here, to: ({ caseId }) => `/kasus/${caseId}/keluhan` }),
	end: act(endCare, here)
};
