import { createContext } from 'svelte';

export interface FigureText {
	readonly label: string;
	readonly hint: string | undefined;
}

/** The words of one instrument in the language of the page, by code. Sent with a page, so that no page carries them all. */
export interface SheetWords {
	readonly figures: Readonly<Record<string, FigureText>>;
	/** By the name before the point. */
	readonly groups: Readonly<Record<string, FigureText>>;
	readonly components: Readonly<Record<string, string>>;
	/** What an aspect looks at. */
	readonly meanings: Readonly<Record<string, string>>;
}

/** A code that has no words is shown as it is. */
export interface SpokenWords {
	figure(this: void, name: string): FigureText;
	label(this: void, figure: string): string;
	/** Null for a figure that stands alone. */
	group(this: void, figure: string): FigureText | null;
	component(this: void, code: string): string;
	meaning(this: void, aspect: string): string | undefined;
}

const [getSheetWords, setSpoken] = createContext<SpokenWords>();
export { getSheetWords };

/** For every component beneath. */
export function setSheetWords(words: () => SheetWords): void {
	const figure = (name: string) => words().figures[name] ?? { label: name, hint: undefined };
	setSpoken({
		figure,
		label: (name) => figure(name).label,
		group: (name) => (name.includes('.') ? (words().groups[name.split('.')[0] ?? ''] ?? null) : null),
		component: (code) => words().components[code] ?? code,
		meaning: (aspect) => words().meanings[aspect]
	});
}
