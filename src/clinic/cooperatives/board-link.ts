import * as v from 'valibot';
import { idOf } from '#platform/ids.ts';

/** How long a board's link opens: as long as a plan and its first controls take. Ours. */
export const boardLinkDays = 180;

/** What links of boards are for. */
export const boardLinkPurpose = 'board';

export const newBoardLink = v.object({ cooperativeId: idOf<'Cooperative'>(), personId: idOf<'Person'>() });
export const revokedBoardLink = v.object({ cooperativeId: idOf<'Cooperative'>(), linkId: idOf<'Link'>() });
