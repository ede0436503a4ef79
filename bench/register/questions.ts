import { foldCooperativeName } from '#clinic/cooperatives/names.ts';
import { slip, slipClasses, type SlipClass } from '#world/labelled/slips.ts';
import { randomFrom } from '#world/random.ts';
import type { LabelledNation } from './fill.ts';

/** A badly written name, and which cooperative is meant. */
export interface Question {
	readonly sort: SlipClass;
	readonly text: string;
	/** The meant name, folded. */
	readonly norm: string;
	readonly officeId: string;
}

/** A hundred of each sort of slips, of names in all offices. */
export function questionsAbout({ offices }: Pick<LabelledNation, 'offices'>, seed: string, each = 100): Question[] {
	const random = randomFrom(seed);
	return slipClasses.flatMap((sort) =>
		Array.from({ length: each }, () => {
			const office = random.pick(offices);
			// Not one of those that were written down badly themselves; a word is left out of names that have three.
			let one = office.register[random.between(0, office.firstRecords - 1)]!;
			while (sort.startsWith('dropped') && one.words.length < 3)
				one = office.register[random.between(0, office.firstRecords - 1)]!;
			return { sort, text: slip(one, sort, random), norm: foldCooperativeName(one.name).norm, officeId: office.id };
		})
	);
}

export interface Answered {
	/** Share of the questions whose cooperative is among the first five. */
	readonly recall: number;
	readonly byClass: ReadonlyMap<SlipClass, number>;
	/** Milliseconds, as whoever asks waits for it. */
	readonly p50: number;
	readonly p95: number;
}

/** Asks every question once, after a few that warm up. */
export async function answered(
	questions: readonly Question[],
	ask: (question: Question) => Promise<readonly { readonly name: string }[]>
): Promise<Answered> {
	for (const question of questions.slice(0, 10)) await ask(question);
	const times: number[] = [];
	const hits = new Map<SlipClass, [number, number]>();
	for (const question of questions) {
		const from = performance.now();
		const found = await ask(question);
		times.push(performance.now() - from);
		const [hit, all] = hits.get(question.sort) ?? [0, 0];
		const isHit = found.slice(0, 5).some(({ name }) => foldCooperativeName(name).norm === question.norm);
		hits.set(question.sort, [hit + (isHit ? 1 : 0), all + 1]);
	}
	times.sort((a, b) => a - b);
	const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
	return {
		recall: [...hits.values()].reduce((sum, [hit]) => sum + hit, 0) / questions.length,
		byClass: new Map([...hits].map(([sort, [hit, all]]) => [sort, hit / all])),
		p50: at(0.5),
		p95: at(0.95)
	};
}
