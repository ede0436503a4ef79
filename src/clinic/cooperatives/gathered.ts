interface OfYear {
	readonly bookYear: number;
	readonly cooperativeId: string;
}

/**
 * What is known of each book year, one row a year, where several records are one cooperative: the row of the record that
 * stays counts before those of the records merged into it. Keeps the order of the rows.
 */
export function oneAYear<Row extends OfYear>(rows: readonly Row[], staysId: string): Row[] {
	const counts = new Map<number, Row>();
	for (const row of rows) {
		const before = counts.get(row.bookYear);
		if (!before || (before.cooperativeId !== staysId && row.cooperativeId === staysId)) counts.set(row.bookYear, row);
	}
	return rows.filter((row) => counts.get(row.bookYear) === row);
}
