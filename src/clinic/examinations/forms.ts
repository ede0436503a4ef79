import * as v from 'valibot';
import { flag, oneOf, optionalText, wholeNumber } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { amountUnits } from './amounts.ts';
import { examinationStandings } from './standing.ts';
import { examinationSubjects } from './subject.ts';

const code = v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(60, 'notUnderstood'));
const typed = v.pipe(v.string('notUnderstood'), v.maxLength(60, 'tooLong:60'));
const texts = v.record(code, typed, 'notUnderstood');

/**
 * An examination as the form sends it. Figures, answers and readings are read under their instrument by `entries.ts`;
 * a total or a mark that somebody sends along is not part of it and changes nothing.
 */
export const examinationInput = v.object({
	caseId: idOf<'Case'>(),
	instrument: code,
	version: code,
	bookYear: wholeNumber(1950, 9999),
	/** The whole cooperative unless the savings unit inside it is named. */
	subject: v.optional(oneOf(examinationSubjects), 'whole'),
	unit: oneOf(amountUnits),
	standing: oneOf(examinationStandings),
	figures: v.optional(v.record(code, v.union([typed, texts], 'notUnderstood'), 'notUnderstood'), {}),
	answers: v.optional(texts, {}),
	readings: v.optional(texts, {}),
	/** Needed when the instrument is not the one in force for this cooperative and book year. */
	overrideReason: optionalText(500),
	note: optionalText(2000),
	/** The person has looked again at amounts that seemed to be typed in the wrong unit. */
	sure: flag()
});

/** How an office reads what the field reads in more than one way: component → reading. */
export const chosenReadingsInput = v.object({
	instrument: code,
	readings: v.record(code, code, 'notUnderstood')
});

/** Kept examinations scored once more: by which version and readings, and of which book year (empty: of all). */
export const rescoringInput = v.object({
	rescoringId: idOf<'Rescoring'>(),
	instrument: code,
	version: code,
	bookYear: v.pipe(
		v.optional(v.union([v.literal(''), wholeNumber(1950, 9999)], 'notANumber'), ''),
		v.transform((year) => (year === '' ? null : year))
	),
	readings: v.optional(v.record(code, code, 'notUnderstood'), {})
});

export const rescoringNamed = v.object({ rescoringId: idOf<'Rescoring'>() });

/** @property atMost examinations in one part */
export const rescoringPart = v.object({ ...rescoringNamed.entries, atMost: v.optional(wholeNumber(1, 20_000), 2_000) });
