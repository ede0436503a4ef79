import type { CooperativeTakenOver, PersonTakenOver } from '#clinic/cooperatives/take-over-forms.ts';
import { dayOf } from '#platform/clock.ts';
import type { OfficeKey } from './offices.ts';
import type { Register } from './registers.ts';
import { actIn, type Progress, type Scene, type Stage, type Step } from './scene.ts';
import { bulelengStories } from './stories/buleleng.ts';
import { bulelengQuestions, sragenQuestions } from './stories/questions.ts';
import { mapped } from './stories/sick.ts';
import { sragenStories } from './stories/sragen.ts';
import type { Story } from './stories/story.ts';
import { momentOf } from './when.ts';

/** A story with its cooperative found and its steps at their moments. */
interface Cast {
	readonly name: string;
	readonly patient: CooperativeTakenOver | null;
	readonly visitor: PersonTakenOver;
	readonly steps: readonly Step[];
	readonly moments: readonly Date[];
	readonly progress: Progress;
}

/** Plays all stories of an office in the order of time, so that numbers and queues come out as they would have. */
export async function play(
	stage: Stage,
	office: Exclude<OfficeKey, 'bogor'>,
	register: Register,
	now: Date
): Promise<void> {
	const casts = castsOf(stage, office, register, now);
	const turns = casts.flatMap((cast) => cast.steps.map((step, at) => ({ cast, step, at, moment: cast.moments[at]! })));
	turns.sort((a, b) => a.moment.getTime() - b.moment.getTime());
	for (const { cast, step, at, moment } of turns) {
		const scene: Scene = {
			stage,
			patient: cast.patient,
			visitor: cast.visitor,
			at: moment,
			today: dayOf(moment, stage.zone),
			progress: cast.progress,
			act: actIn(stage, `${office}.${cast.name}.${at}`, moment)
		};
		try {
			await step.deed(scene);
		} catch (error) {
			throw new Error(`the story of ${cast.name} stops at step ${at}`, { cause: error });
		}
	}
}

function castsOf(stage: Stage, office: Exclude<OfficeKey, 'bogor'>, register: Register, now: Date): Cast[] {
	const people = new Map(register.people.map((person) => [person.id, person]));
	const cast = (name: string, patient: CooperativeTakenOver | null, steps: readonly Step[], visitor?: string): Cast => {
		const chair = patient?.board.find(({ role }) => role === 'chair');
		return {
			name,
			patient,
			visitor: (chair && people.get(chair.personId)) ?? { id: '', name: visitor ?? name, phone: null },
			steps,
			moments: inOrder(steps.map(({ when }) => momentOf(when, now, stage.zone))),
			progress: {}
		};
	};
	const told = {
		sragen: [...sragenStories, ...sragenQuestions],
		buleleng: [...bulelengStories, ...bulelengQuestions]
	}[office];
	const storied = told.map(({ key, steps, visitor }: Story) =>
		cast(key ?? visitor!, key === null ? null : patientOf(register, key), steps, visitor)
	);
	const named = new Set(register.named.values());
	const rest = register.sick
		.filter(({ cooperative }) => !named.has(cooperative))
		.map(({ cooperative, illness }, place) => cast(`sick.${place}`, cooperative, mapped(cooperative, illness, place)));
	return [...storied, ...rest];
}

function patientOf(register: Register, key: string): CooperativeTakenOver {
	const patient = register.named.get(key);
	if (!patient) throw new Error(`no cooperative is named ${key}`);
	return patient;
}

/** Moved apart by a second where a weekend pushed two steps of one story together. */
function inOrder(moments: readonly Date[]): Date[] {
	let last = 0;
	return moments.map((moment) => {
		last = Math.max(moment.getTime(), last + 1000);
		return new Date(last);
	});
}
