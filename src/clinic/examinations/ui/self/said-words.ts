import { m } from '#messages';
import { formatRupiah } from '#ui/numbers.ts';
import type { IconName } from '#ui/icons.ts';
import type { Tone } from '#ui/tone.ts';
import { isAnswer, type Agreement } from '../../self/comparison.ts';
import type { SheetPage } from '../../self/pages.ts';

/** A said value as people read it. */
export function saidText(value: string | null | undefined): string {
	if (value === null || value === undefined) return m.self_not_answered();
	if (isAnswer(value)) return value === 'yes' ? m.examinations_yes() : m.examinations_no();
	return formatRupiah(BigInt(value));
}

export const agreementWords: Readonly<
	Record<Agreement, { readonly word: () => string; readonly tone: Tone; readonly icon: IconName }>
> = {
	same: { word: m.verify_same, tone: 'good', icon: 'check' },
	differs: { word: m.verify_differs, tone: 'warn', icon: 'swap' },
	added: { word: m.verify_added, tone: 'warn', icon: 'plus' },
	left: { word: m.verify_left, tone: 'still', icon: 'clock' },
	open: { word: m.verify_open, tone: 'still', icon: 'clock' }
};

/** What an item is called, wherever it stands on the sheet; `labelOf` gives a figure its name. */
export function itemLabel(item: string, pages: readonly SheetPage[], labelOf: (figure: string) => string): string {
	for (const { questions } of pages) {
		const question = questions.find(({ code }) => code === item);
		if (question) return `${question.place}. ${question.wording}`;
	}
	return labelOf(item);
}
