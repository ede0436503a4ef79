/**
 * What must end when the program ends. The entry program and the built application are separate bundles in one
 * process, so what they share hangs on the process and not on this module.
 */
interface Endings {
	readonly resources: (() => Promise<unknown>)[];
}

const place = Symbol.for('klinik.endings');
const shared = globalThis as { [place]?: Endings };
const endings = (): Endings => (shared[place] ??= { resources: [] });

/** Called after the last request: give back connections, timers, workers. */
export const whenClosed = (end: () => Promise<unknown>): void => void endings().resources.push(end);

export const endResources = async (): Promise<void> => {
	await Promise.allSettled(endings().resources.map((end) => end()));
};
