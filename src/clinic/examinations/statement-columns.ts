/** A name column and the amounts that belong to it. A sheet in two halves, assets left and debts right, has two. */
export interface Block {
	readonly label: number;
	readonly now: number | null;
	readonly before: number | null;
}

type Cells = { readonly cells: readonly string[] };

const isName = (cell: string) => /\p{L}{3}/u.test(cell) && !/^\(?rp\.?\)?$/i.test(cell.trim());
/** A number of some size or with thousands marks: not the numbering of lines or the code of an account. */
const isAmount = (cell: string) =>
	/^\(?-?\s*(?:rp\.?)?\s*-?\d[\d.,]*\)?(?:,-)?$/i.test(cell.trim()) && !/^\d{1,2}$|^\d(\.\d{1,2})+$/.test(cell.trim());
const yearsIn = (cell: string) => [...cell.matchAll(/\b(20\d\d)\b/g)].map(([year]) => Number(year));

/** Fewer names or amounts below each other are a title or a note, no column. */
const leastInColumn = 2;

/**
 * Finds the columns of a sheet: names, and beside them the amounts of the book year and of the one before it. The years
 * above the amounts tell which is which; where none stands there, the first is taken for the book year and a person looks.
 */
export function findBlocks(rows: readonly Cells[], bookYear: number): Block[] {
	const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
	const count = (at: number, is: (cell: string) => boolean) => rows.filter(({ cells }) => is(cells[at] ?? '')).length;
	const columns = Array.from({ length: width }, (_, at) => ({
		at,
		names: count(at, isName),
		amounts: count(at, (cell) => isAmount(cell) && yearsIn(cell).length === 0)
	}));
	const labels = columns.filter(({ names, amounts }) => names >= leastInColumn && names > amounts);
	return labels.flatMap(({ at }, place) => {
		const next = labels[place + 1]?.at ?? width;
		const amounts = columns.filter((one) => one.at > at && one.at < next && one.amounts >= leastInColumn);
		if (amounts.length === 0) return [];
		const yearOf = new Map(amounts.map((one) => [one.at, headingYear(rows, one.at)]));
		const named = (year: number) => amounts.find((one) => yearOf.get(one.at) === year)?.at ?? null;
		const [now, before] = [named(bookYear), named(bookYear - 1)];
		if (now !== null || before !== null) return [{ label: at, now, before }];
		// Years stand there, and neither is asked for: nothing of this sheet is meant.
		if ([...yearOf.values()].some((year) => year !== null)) return [];
		return [{ label: at, now: amounts[0]!.at, before: amounts[1]?.at ?? null }];
	});
}

/** The first year that stands in a column above its amounts, alone in its cell. */
function headingYear(rows: readonly Cells[], at: number): number | null {
	for (const { cells } of rows) {
		const years = yearsIn(cells[at] ?? '');
		if (years.length === 1) return years[0]!;
	}
	return null;
}
