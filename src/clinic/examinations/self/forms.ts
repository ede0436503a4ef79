import * as v from 'valibot';
import { flag, oneOf, optionalText, wholeNumber } from '#platform/fields.ts';
import { fileUpload } from '#platform/files/file-type.ts';
import { idOf } from '#platform/ids.ts';
import { personal } from '#platform/personal/marked.ts';
import { amountUnits } from '../amounts.ts';
import { examinationStandings } from '../standing.ts';
import { examinationSubjects } from '../subject.ts';

const code = v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(60, 'notUnderstood'));
const typed = v.pipe(v.string('notUnderstood'), v.maxLength(60, 'tooLong:60'));
const texts = v.record(code, typed, 'notUnderstood');
const selfExaminationId = idOf<'SelfExamination'>();

export const newInvitation = v.object({
	caseId: idOf<'Case'>(),
	bookYear: wholeNumber(1950, 9999),
	subject: v.optional(oneOf(examinationSubjects), 'whole')
});

export const namedSheet = v.object({ selfExaminationId });

/** Where the person goes on after a page was saved. */
export const pageExits = ['next', 'back', 'list'] as const;

/**
 * A page of the sheet as the form sends it. What is typed is the cooperative's own until it is sent, so the audit row says
 * that a page was saved and not what stands on it.
 */
export const savedPage = v.object({
	selfExaminationId,
	page: wholeNumber(1, 999),
	figures: v.pipe(
		v.optional(v.record(code, v.union([typed, texts], 'notUnderstood'), 'notUnderstood'), {}),
		personal()
	),
	answers: v.pipe(v.optional(texts, {}), personal()),
	exit: v.optional(v.picklist(pageExits), 'next')
});

export const chosenUnit = v.object({ selfExaminationId, unit: oneOf(amountUnits) });

export const sentSheet = v.object({
	selfExaminationId,
	remark: v.pipe(optionalText(1000), personal()),
	/** The person has looked again at amounts that seemed to be typed in the wrong unit. */
	sure: flag()
});

const evidenceOf = v.object({
	item: code,
	/** A file that was put to this sheet before, or a new one. The name of a file may name a person. */
	fileId: v.optional(v.union([v.literal(''), idOf<'File'>()]), ''),
	file: v.optional(v.pipe(fileUpload(), personal())),
	place: optionalText(40),
	note: optionalText(500)
});

/** What an officer found on one page of a sent sheet. `agree`: an item of which the cooperative's value is taken over, or all. */
export const checkedPage = v.object({
	selfExaminationId,
	page: wholeNumber(1, 999),
	unit: oneOf(amountUnits),
	figures: v.optional(v.record(code, v.union([typed, texts], 'notUnderstood'), 'notUnderstood'), {}),
	answers: v.optional(texts, {}),
	agree: v.optional(v.pipe(v.string(), v.maxLength(80, 'notUnderstood')), ''),
	evidence: v.optional(v.array(evidenceOf), [])
});

export const namedEvidence = v.object({ evidenceId: idOf<'Evidence'>() });

export const verifiedSheet = v.object({
	selfExaminationId,
	standing: oneOf(examinationStandings),
	overrideReason: optionalText(500),
	note: optionalText(2000),
	sure: flag()
});
