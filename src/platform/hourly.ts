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

/** Does something once a minute, never twice at once, until the program ends. */
export function everyMinute(what: string, work: () => Promise<unknown>): void {
	let isBusy = false;
	const run = async () => {
		if (isBusy) return;
		isBusy = true;
		await work().catch((error: unknown) => log('warn', 'sweep failed', { what, ...faultFacts(error) }));
		isBusy = false;
	};
	const timer = setInterval(() => void run(), 60_000);
	timer.unref();
	whenClosed(() => Promise.resolve(clearInterval(timer)));
}
