/** A value in a row of values; null where nothing was measured: the line breaks there. */
export type Point = number | null;

/**
 * The runs of a spark-line as SVG `points`, inside a box of `width` × `height` with a margin of 3.
 * Lowest value at the bottom; all equal lie in the middle. A run of one point is given twice, so that its round cap shows.
 */
export function sparkRuns(points: readonly Point[], width: number, height: number): string[] {
	const known = points.filter((point) => point !== null);
	if (known.length === 0) return [];
	const [low, high] = [Math.min(...known), Math.max(...known)];
	const x = (index: number) => (points.length === 1 ? width / 2 : 3 + (index * (width - 6)) / (points.length - 1));
	const y = (point: number) => (high === low ? height / 2 : height - 3 - ((point - low) * (height - 6)) / (high - low));
	const runs: string[][] = [[]];
	for (const [index, point] of points.entries()) {
		if (point === null) runs.push([]);
		else runs.at(-1)!.push(`${shortened(x(index))},${shortened(y(point))}`);
	}
	return runs.filter((run) => run.length > 0).map((run) => (run.length === 1 ? [...run, ...run] : run).join(' '));
}

const shortened = (value: number) => String(Math.round(value * 10) / 10);
