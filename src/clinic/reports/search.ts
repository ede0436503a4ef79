/** What a text in the search box may name besides a cooperative or a person. */
export interface Named {
	/** A ticket of today: K-007, k7; without its letter any series. */
	readonly ticket: { readonly prefix: string | null; readonly number: number } | null;
	/** A case: 2026-014; without its year the newest of that number. */
	readonly caseNumber: { readonly year: number | null; readonly number: number } | null;
}

const ticketShape = /^([a-z])?[\s-]*0*(\d{1,3})$/i;
const caseShape = /^(?:(20\d\d)[\s/-]+)?0*(\d{1,5})$/;

/** Reads the text of the search box as numbers. Nothing is guessed from longer texts: those are names or other numbers. */
export function namedBy(text: string): Named {
	const asked = text.trim();
	const ticket = ticketShape.exec(asked);
	const named = caseShape.exec(asked);
	return {
		ticket: ticket ? { prefix: ticket[1]?.toUpperCase() ?? null, number: Number(ticket[2]) } : null,
		caseNumber: named ? { year: named[1] ? Number(named[1]) : null, number: Number(named[2]) } : null
	};
}
