import { jobWork } from '#platform/jobs/job.ts';
import { rescorePart, rescoringWork } from './commands/rescoring.ts';

/**
 * Scores part after part until there is none left. Where it is, the run's own row says: after the program was ended or
 * killed, the next worker goes on behind the last part that was kept.
 */
export const rescoring = jobWork({
	kind: rescoringWork,
	needs: ['office.manage'],
	run: async ({ perform, progress, signal }, { rescoringId }) => {
		for (let behind = 'begin'; ;) {
			signal.throwIfAborted();
			const { done, total, isFinished, cursor } = await perform(rescorePart, { rescoringId }, behind);
			await progress(done, total);
			if (isFinished) return;
			behind = cursor ?? 'begin';
		}
	}
});
