/**
 * Assignment letter, minutes of an examination, its report, its certificate, minutes of a case conference; the
 * prescription of a treatment.
 */
export const paperKinds = [
	'assignmentLetter',
	'minutes',
	'examinationReport',
	'certificate',
	'conferenceMinutes',
	'prescription'
] as const;
export type PaperKind = (typeof paperKinds)[number];

/**
 * - draft: no number yet; may be thrown away and drafted anew
 * - numbered: bears the number and day that the officer typed; never changes again
 * - void: withdrawn with a reason; its number stays used
 */
export const paperStates = ['draft', 'numbered', 'void'] as const;
export type PaperState = (typeof paperStates)[number];
