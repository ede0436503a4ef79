import { faultFacts, log } from './log.ts';
import { whenClosed } from './shutdown.ts';

const hour = 3_600_000;

/** Does something now and every hour, until the program ends. A failure is told to the log and tried again. */
export function hourly(what: string, work: (now: Date) => Promise<unknown>): void {
	const run = () =>
		void work(new Date()).catch((error: unknown) => log('warn', 'sweep failed', { what, ...faultFacts(error) }));
	run();
	const timer = setInterval(run, hour);
	timer.unref();
	whenClosed(() => Promise.resolve(clearInterval(timer)));
}
