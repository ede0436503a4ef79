import { mayFollow, staysIn, type Stage } from '#clinic/cases/journey.ts';

/** Whether a cooperative may be asked for a sheet: an examination can be made of it at this stage, or after the complaint. */
export const mayInvite = (stage: Stage): boolean =>
	stage === 'arrived' || staysIn(stage, 'examination') || mayFollow(stage, 'examination');
