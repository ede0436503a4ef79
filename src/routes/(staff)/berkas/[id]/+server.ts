import { download } from '#platform/web/download.ts';

/** A file that somebody of the office has kept: evidence, a paper. */
export const GET = download('file.view');
