import * as v from 'valibot';
import { flag, oneOf, requiredText, wholeNumber } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { amountUnits } from './amounts.ts';
import { sheetUnits } from './statement-sheet.ts';
import { examinationSubjects } from './subject.ts';

const code = v.pipe(v.string('notUnderstood'), v.nonEmpty('notUnderstood'), v.maxLength(60, 'notUnderstood'));
const typed = v.pipe(v.string('notUnderstood'), v.maxLength(60, 'tooLong:60'));
const column = v.optional(v.record(code, typed, 'notUnderstood'), {});

const ofYear = {
	caseId: idOf<'Case'>(),
	subject: v.optional(oneOf(examinationSubjects), 'whole'),
	bookYear: wholeNumber(1950, 9999)
};
/** The version that the person saw, 0 where there was none: what came in between is not written over unseen. */
const seen = { seen: wholeNumber(0, 1_000_000), seenBefore: wholeNumber(0, 1_000_000) };

/** The accounts of a book year and the one before it, as the form sends them. */
export const statementInput = v.object({
	...ofYear,
	...seen,
	unit: oneOf(amountUnits),
	now: column,
	before: column,
	/** The person has looked again at sums that seemed to be in the wrong unit. */
	sure: flag()
});

const cells = v.array(v.string());

/** A balance sheet as it was read from a file. */
export const statementUploadInput = v.object({
	...ofYear,
	fileName: requiredText(200),
	rows: v.array(v.object({ sheet: v.string(), number: v.number(), cells }))
});

const place = v.pipe(v.optional(v.string(), ''), v.regex(/^\d{0,2}$/, 'notUnderstood'));

/** What a person says of an uploaded balance sheet: where the amounts stand, in what unit, and which line is which account. */
export const takenSheetInput = v.object({
	...ofYear,
	...seen,
	label: place,
	nowAt: place,
	beforeAt: place,
	unit: oneOf(sheetUnits),
	/** Account as typed, by row: `r12`. Empty leaves the row out. */
	match: v.optional(
		v.record(code, v.pipe(v.string('notUnderstood'), v.maxLength(200, 'tooLong:200')), 'notUnderstood'),
		{}
	),
	sure: flag()
});
