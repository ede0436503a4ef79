/**
 * What was done to a cell on its way in, or what is doubtful about it: said to the person who imports, kept with the row.
 * `to` is the value that was taken, null when none was.
 */
export type Note = { code: NoteCode; field: string; from: string; to: string | null };

/** Corrected without loss. */
export const corrections = [
	'lineBreakRemoved',
	'spacesTidied',
	'controlCharacterRemoved',
	'numberingRemoved',
	'bracketRemoved',
	'dateSplitOff',
	'dateRead',
	'amountRounded',
	'amountScaled',
	'districtFromSection',
	'districtSpelling'
] as const;

/** Taken, but a person should look. */
export const doubts = [
	'kindGuessed',
	'kindUnknown',
	'kindDisagrees',
	'namedLikeALender',
	'looksLikeAFormula',
	'legalNumberMissing',
	'legalNumberIsAmendment',
	'legalNumberYear',
	'legalDateDiffers',
	'dateLooksLikeADefault',
	'bookYearAssumed',
	'districtMissing',
	'districtUnknown',
	'legalNumberRepeats',
	'registryNumberRepeats',
	'sameNumberElsewhere',
	'sameNameHere'
] as const;

/** Not taken: the cell stays in the record of the import. */
export const losses = [
	'spreadsheetError',
	'tooLong',
	'legalNumberUnreadable',
	'looksLikeANationalId',
	'dateIncomplete',
	'dateUnreadable',
	'dateInFuture',
	'numberLength',
	'amountUnreadable',
	'amountAmbiguous',
	'countUnreadable',
	'choiceUnknown',
	'bookYearMissing',
	'emailUnreadable',
	'villageUnknown'
] as const;

export type NoteCode = (typeof corrections)[number] | (typeof doubts)[number] | (typeof losses)[number];
export const noteWeights = ['corrected', 'doubtful', 'notTaken'] as const;
export type NoteWeight = (typeof noteWeights)[number];

export function noteWeight(code: NoteCode): NoteWeight {
	if ((corrections as readonly string[]).includes(code)) return 'corrected';
	return (doubts as readonly string[]).includes(code) ? 'doubtful' : 'notTaken';
}

/** The weightiest of a row's notes, null when there are none. */
export function weightOf(notes: readonly Note[]): NoteWeight | null {
	const weights = new Set(notes.map(({ code }) => noteWeight(code)));
	return noteWeights.findLast((weight) => weights.has(weight)) ?? null;
}
