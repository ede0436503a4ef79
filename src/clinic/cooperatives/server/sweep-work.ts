import { now } from '#platform/clock.ts';
import { jobWork } from '#platform/jobs/job.ts';
import { nationSweepWork, sweepRegister, sweepWork } from './commands/duplicates.ts';
import { everyOffice, sweepNation } from './commands/sweep-nation.ts';

/** Looks through one office's register. */
export const sweeping = jobWork({
	kind: sweepWork,
	needs: ['register.edit'],
	run: async ({ perform }) => {
		await perform(sweepRegister, {});
	}
});

/** Looks through every office's register, one after the other; ended half-way it goes on behind the last office. */
export const sweepingNation = jobWork({
	kind: nationSweepWork,
	needs: [],
	run: async ({ database, checkpoint, progress, signal }) => {
		const total = (await everyOffice(database)).length;
		let done = 0;
		await sweepNation(database, {
			now,
			after: typeof checkpoint === 'string' ? checkpoint : null,
			onOffice: async (code) => {
				await progress(++done, total, code);
				signal.throwIfAborted();
			}
		});
	}
});
