import { m } from '#messages';
import { problemsOn, filledOn, type Draft } from '../../self/draft.ts';
import { itemsOf, type SheetPage } from '../../self/pages.ts';
import type { Tone } from '#ui/tone.ts';
import type { IconName } from '#ui/icons.ts';
import { componentWord } from '../component-words.ts';
import { aspectWord } from '../words.ts';

/** What a page of the sheet is called. */
export function pageTitle({ aspect, block, part }: SheetPage): string {
	const word = aspectWord(aspect);
	const own = block && componentWord(block);
	// Many blocks say their aspect themselves: Manajemen umum.
	const title = own
		? own.startsWith(word)
			? own
			: m.self_page_block({ aspect: word, block: own })
		: m.self_page_figures({ aspect: word });
	return part ? m.self_page_part({ title, ...part }) : title;
}

/** How far a page is, as a state with its word. */
export function pageState(draft: Draft, page: SheetPage): { word: string; tone: Tone; icon: IconName } {
	const done = filledOn(draft, page);
	const total = itemsOf(page).length;
	if (problemsOn(draft, page).size > 0) return { word: m.self_page_wrong(), tone: 'bad', icon: 'alert' };
	if (done === total) return { word: m.self_page_done(), tone: 'good', icon: 'check' };
	return done === 0
		? { word: m.self_page_none(), tone: 'still', icon: 'clock' }
		: { word: m.self_page_some({ done, total }), tone: 'warn', icon: 'edit' };
}
