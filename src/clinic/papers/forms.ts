import * as v from 'valibot';
import { requiredDay, requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { personal } from '#platform/personal/marked.ts';
import type { PaperContent } from './content.ts';
import { paperKinds, paperStates } from './kinds.ts';

const written = {
	kind: v.picklist(paperKinds),
	subjectId: idOf<'Subject'>(),
	title: requiredText(200),
	/** May name people: the paper itself keeps them. */
	content: v.pipe(
		v.custom<PaperContent>((value) => typeof value === 'object' && value !== null && 'parts' in value),
		personal()
	)
};

/** Drafted by the stop that knows what the paper is about; never by a form. */
export const paperDrafted = v.object(written);

/** A paper that bears a running number of its own stop from the beginning, not one of the office's book of letters. */
export const paperIssued = v.object({ ...written, number: requiredText(80) });

/** The number as it stands in the office's book of letters, in whatever shape that office has. */
export const paperNumbered = v.object({
	paperId: idOf<'Paper'>(),
	number: requiredText(80),
	datedOn: requiredDay()
});

export const paperVoided = v.object({ paperId: idOf<'Paper'>(), reason: requiredText(300) });

export const paperTypeset = v.object({
	paperId: idOf<'Paper'>(),
	/** What it was typeset as: a draft that has got its number meanwhile is not kept. */
	state: v.picklist(paperStates),
	bytes: v.instance(Uint8Array),
	pages: v.pipe(v.number(), v.integer(), v.minValue(1))
});

export const paperNamed = v.object({ paperId: idOf<'Paper'>() });
