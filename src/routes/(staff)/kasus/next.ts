import { nextStep, stepNeeds, stepPaths, type Step } from '#clinic/cases/next-step.ts';
import type { CaseInCare } from '#clinic/cases/server/reads.ts';
import type { Identity } from '#clinic/cooperatives/server/reads/identity.ts';
import { examineeOf, subjectsOf } from '#clinic/examinations/subject.ts';
import { whichInstrument } from '#clinic/examinations/which-instrument.ts';
import { followUpsOf, nextControl } from '#clinic/monitoring/server/reads.ts';
import { may, type Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';

/** What comes next for a case, and whether this actor may do it. */
export interface Next {
	readonly step: Step;
	readonly href: string;
	readonly isMine: boolean;
	/** The day of the next control; null when none is planned. */
	readonly controlOn: Day | null;
}

interface Asked {
	readonly patient: Pick<CaseInCare, 'id' | 'stage'>;
	readonly identity: Pick<Identity, 'kind' | 'pattern' | 'hasSavingsUnit' | 'businessClass' | 'businessFigures'>;
	/** What has happened, newest first. */
	readonly milestones: readonly { readonly what: string }[];
	readonly today: Day;
}

export async function nextFor(
	reader: Reader,
	actor: Actor,
	{ patient, identity, milestones, today }: Asked
): Promise<Next | null> {
	const lastBookYear = Number(today.slice(0, 4)) - 1;
	const step = nextStep({
		stage: patient.stage,
		canBeExamined: subjectsOf(identity).some(
			(subject) => whichInstrument(examineeOf(identity, subject), lastBookYear).instrument !== null
		),
		passed: milestones.map(({ what }) => what).reverse()
	});
	if (step === null) return null;
	return {
		step,
		href: `/kasus/${patient.id}/${stepPaths[step]}`,
		isMine: may(actor, stepNeeds[step]),
		controlOn: nextControl(await followUpsOf(reader, actor, patient.id))
	};
}
