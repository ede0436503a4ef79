/** One column of a `DataTable`. */
export interface Column {
	readonly key: string;
	readonly label: string;
	/** Right-aligned digits. */
	readonly numeric?: boolean;
	/** Address that sorts by this column; the page keeps the order in its address. */
	readonly sortHref?: string | undefined;
	readonly sorted?: 'ascending' | 'descending' | undefined;
}
