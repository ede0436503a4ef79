import { jobKind } from '#platform/jobs/job.ts';
import { paperNamed } from '../forms.ts';

/** Sets a paper in its present state. */
export const typesetPaper = jobKind({ name: 'papers.typesetPaper', lane: 'short', input: paperNamed, retries: 3 });
