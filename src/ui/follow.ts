/** What a live stream says: `queue`, `board` …, and whether the line is there (`open`, `lost`). */
export interface Heard {
	readonly event: string;
	readonly data?: unknown;
}
type Follow = (url: string, hear: (heard: Heard) => void) => () => void;

/**
 * Follows a stream of events that all tabs of the browser share. The script is a plain file, because pages without our
 * framework use the same one.
 */
export function follow(url: string, hear: (heard: Heard) => void): () => void {
	let over = false;
	let stop = () => {};
	const script = '/antrean/live.js';
	void (import(/* @vite-ignore */ script) as Promise<{ follow: Follow }>)
		.then((module) => {
			if (!over) stop = module.follow(url, hear);
		})
		.catch(() => hear({ event: 'lost' }));
	return () => {
		over = true;
		stop();
	};
}
