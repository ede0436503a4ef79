import type { Sheet } from '../sheet.ts';

/** One page of the sheet on a telephone: the figures of an aspect, or some of its questions. */
export interface SheetPage {
	/** Its place, from 1: what stands in the address. */
	readonly number: number;
	readonly aspect: string;
	/** The block that its questions belong to; null for figures. */
	readonly block: string | null;
	readonly figures: readonly string[];
	/** Those of them that can also be worked out of many lines of the balance sheet, which these pages do not ask. */
	readonly workedOut: readonly string[];
	/** `place`: the question's number in its block. */
	readonly questions: readonly { readonly code: string; readonly wording: string; readonly place: number }[];
	/** Which part of a long block it is; null where the block fits on one page. */
	readonly part: { readonly number: number; readonly of: number } | null;
}

/** More questions at once tire people, and a page that was not sent is the most that can be lost. */
const mostQuestions = 12;

/** Lays a sheet out in short pages, in the order of the sheet. */
export function pagesOf({ sections }: Pick<Sheet, 'sections'>): SheetPage[] {
	const pages = sections.flatMap(({ aspect, figures, alternatives, blocks }): Omit<SheetPage, 'number'>[] => [
		...(figures.length > 0
			? [{ aspect, block: null, figures, workedOut: workedOutIn(alternatives), questions: [], part: null }]
			: []),
		...blocks.flatMap(({ code, questions }) => {
			const placed = questions.map((question, index) => ({ ...question, place: index + 1 }));
			const of = Math.ceil(placed.length / mostQuestions);
			const each = Math.ceil(placed.length / of);
			return Array.from({ length: of }, (_, part) => ({
				aspect,
				block: code,
				figures: [],
				workedOut: [],
				questions: placed.slice(part * each, (part + 1) * each),
				part: of > 1 ? { number: part + 1, of } : null
			}));
		})
	]);
	return pages.map((page, index) => ({ ...page, number: index + 1 }));
}

const workedOutIn = (alternatives: Sheet['sections'][number]['alternatives']): string[] =>
	alternatives.flatMap(({ figures, insteadOf }) =>
		figures.some((figure) => figure.includes('.')) ? [...insteadOf] : []
	);

/** The figures and questions of a page, by the name that they are kept under. */
export const itemsOf = ({ figures, questions }: SheetPage): string[] => [
	...figures,
	...questions.map(({ code }) => code)
];
