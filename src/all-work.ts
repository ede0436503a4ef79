import { sweeping, sweepingNation } from '#clinic/cooperatives/server/sweep-work.ts';
import { rescoring } from '#clinic/examinations/server/rescoring-work.ts';
import { typesetPaperWork } from '#clinic/papers/server/work.ts';
import type { AnyWork } from '#platform/jobs/job.ts';
import { ownChannels } from '#platform/messaging/channels.ts';
import { deliveryWork } from '#platform/messaging/work.ts';

/** Every kind of work that the server does after a command. */
export const allWork: readonly AnyWork[] = [
	deliveryWork(ownChannels),
	rescoring,
	sweeping,
	sweepingNation,
	typesetPaperWork
];
