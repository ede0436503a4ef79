/** What one measurement gave. */
export interface Measured {
	/** Which page, which size: where a row measures several things. */
	readonly detail?: string;
	readonly ours: number;
	/** The same work done plainly in the same run; null where a budget is absolute. */
	readonly baseline: number | null;
	readonly unit: 'ms' | '/s' | 'kB' | 'MB' | 's' | '%' | 'tables';
}

export interface BenchRow {
	readonly name: string;
	readonly what: string;
	/** The budget in words, as the table prints it. */
	readonly budget: string;
	readonly holds: (measured: Measured) => boolean;
	readonly run: () => Promise<Measured[]>;
}

export interface BenchFile {
	readonly rows: readonly BenchRow[];
	/** Makes what the file's rows share; gives back what ends it. */
	readonly setUp?: () => Promise<() => Promise<void>>;
}

/** The middle of several runs. */
export function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)]!;
}

/** Milliseconds that a piece of work takes, the median of five after one warm-up. */
export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
	await work();
	const runs: number[] = [];
	for (let run = 0; run < 5; run++) {
		const from = performance.now();
		await work();
		runs.push(performance.now() - from);
	}
	return median(runs);
}
