/**
 * What an annual meeting leaves behind. The accounts and their signatures are asked by UU 25/1992 art. 35-36; the other
 * papers are the practice of offices.
 */
export const meetingPapers = [
	'invitation',
	'attendance',
	'minutes',
	'boardReport',
	'accounts',
	'supervisoryReport',
	'workPlan',
	'surplusDivision',
	'resolutions'
] as const;
export type MeetingPaper = (typeof meetingPapers)[number];

/** How members met: in one room, online, by letter, or through delegates of groups. */
export const meetingWays = ['inPerson', 'online', 'written', 'delegates'] as const;
export type MeetingWay = (typeof meetingWays)[number];
