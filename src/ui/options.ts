/** One thing to choose. */
export interface Option {
	readonly value: string;
	readonly label: string;
	readonly hint?: string | undefined;
	readonly disabled?: boolean | undefined;
}
