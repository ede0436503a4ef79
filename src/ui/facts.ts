/** One label with its value, as `Facts.svelte` draws it. */
export interface Fact {
	readonly label: string;
	readonly value?: string | null | undefined;
	readonly href?: string | undefined;
	/** Digits stand under each other. */
	readonly numeric?: boolean;
	/** Offers to copy the value. */
	readonly copy?: boolean;
}
