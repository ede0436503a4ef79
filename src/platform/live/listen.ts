import pg from 'pg';
import { faultFacts, log } from '../log.ts';
import { liveChannel } from './tell.ts';

export interface Listening {
	stop(): Promise<void>;
}

interface Heard {
	/** Something of this kind has changed in this office. */
	readonly heard: (topic: string, officeId: string) => void;
	/** The line was lost and is there again: whatever happened meanwhile was not heard. */
	readonly regained: () => void;
}

const wait = { first: 250, longest: 10_000 };

/** Listens, on a connection of its own, for what the processes of this database tell each other; comes back when it is lost. */
export function listen(databaseUrl: string, { heard, regained }: Heard): Listening {
	let client: pg.Client | null = null;
	let timer: ReturnType<typeof setTimeout> | null = null;
	let pause = wait.first;
	let stopped = false;
	let wasLost = false;

	async function connect(): Promise<void> {
		const next = new pg.Client({ connectionString: databaseUrl, application_name: 'klinik live' });
		client = next;
		next.on('error', () => lost(next));
		next.on('end', () => lost(next));
		next.on('notification', ({ payload }) => {
			const [, topic, officeId] = /^(\w+):([0-9a-f-]{36})$/.exec(payload ?? '') ?? [];
			if (topic && officeId) heard(topic, officeId);
		});
		try {
			await next.connect();
			await next.query(`listen ${liveChannel}`);
			pause = wait.first;
			if (wasLost) regained();
		} catch (error) {
			log('warn', 'live line', faultFacts(error));
			lost(next);
		}
	}

	function lost(of: pg.Client): void {
		if (client !== of || stopped) return;
		client = null;
		wasLost = true;
		void of.end().catch(() => {});
		timer = setTimeout(() => void connect(), pause);
		pause = Math.min(pause * 2, wait.longest);
	}

	void connect();
	return {
		async stop() {
			stopped = true;
			if (timer) clearTimeout(timer);
			await client?.end().catch(() => {});
		}
	};
}
