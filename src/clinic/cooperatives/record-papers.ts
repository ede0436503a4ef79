/** Papers that a record holds as files, each of them asked for once only. */
export const recordPapers = [
	'deed',
	'articles',
	'legalApproval',
	'amendmentDeed',
	'taxCard',
	'businessNumber',
	'registryCertificate',
	'savingsLicence',
	'boardIdentity',
	'boardDecision',
	'domicile',
	'meetingMinutes',
	'meetingAttendance',
	'accounts',
	'workPlan',
	'memberList',
	'bankLetter',
	'businessPlan',
	'other'
] as const;
export type RecordPaper = (typeof recordPapers)[number];
