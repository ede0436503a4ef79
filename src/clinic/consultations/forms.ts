import * as v from 'valibot';
import { capacities } from '#clinic/cooperatives/kinds.ts';
import {
	email,
	oneOf,
	optionalOneOf,
	optionalPhone,
	optionalText,
	requiredText,
	wholeNumber
} from '#platform/fields.ts';
import { fileUpload } from '#platform/files/file-type.ts';
import { idOf } from '#platform/ids.ts';
import { personal } from '#platform/personal/marked.ts';
import { askingSteps, identities } from './asking.ts';
import { notedChannels } from './thread.ts';

/** As long as an answer may be; a question too. */
export const longest = 8000;

const optionalId = <Kind extends string>() =>
	v.pipe(
		v.optional(v.nullable(v.union([v.literal(''), idOf<Kind>()], 'missing')), null),
		v.transform((id) => id || null)
	);
const optionalEmail = () =>
	v.pipe(
		v.optional(v.union([v.pipe(v.string(), v.trim(), v.literal('')), email()], 'notAnEmail'), ''),
		v.transform((text) => text || null)
	);

/** Nothing is asked before somebody has read what is kept, why and how long. */
export const questionBegun = v.object({ threadId: idOf<'Thread'>(), agreed: v.literal('on', 'agreeFirst') });

/** One page of a question: what belongs to other pages is left as it was. Nothing of it stands in the audit. */
export const questionPage = v.object({
	step: oneOf(askingSteps),
	body: v.pipe(optionalText(longest), personal()),
	cooperativeSaid: v.pipe(optionalText(160), personal()),
	identity: optionalOneOf(identities),
	name: v.pipe(optionalText(120), personal()),
	capacity: optionalOneOf(capacities),
	phone: v.pipe(optionalPhone(), personal()),
	email: v.pipe(optionalEmail(), personal()),
	file: v.optional(fileUpload())
});

export const questionSent = v.object({});
export const fileTaken = v.object({ fileId: idOf<'File'>() });
export const askerReply = v.object({ body: requiredText(longest), file: v.optional(fileUpload()) });

/** What came by telephone, letter or in person, written down at the desk. */
export const contactNoted = v.object({
	/** Empty: a new matter. */
	threadId: optionalId<'Thread'>(),
	channel: oneOf(notedChannels),
	name: v.pipe(optionalText(120), personal()),
	phone: v.pipe(optionalPhone(), personal()),
	cooperativeSaid: optionalText(160),
	cooperativeId: optionalId<'Cooperative'>(),
	body: requiredText(longest)
});

export const threadNamed = v.object({ threadId: idOf<'Thread'>() });
export const threadAssigned = v.object({ threadId: idOf<'Thread'>(), toStaffId: idOf<'Staff'>() });
export const threadForwarded = v.object({
	threadId: idOf<'Thread'>(),
	toStaffId: v.pipe(v.string('required'), v.nonEmpty('required'), idOf<'Staff'>()),
	question: requiredText(2000)
});
export const answerDrafted = v.object({ threadId: idOf<'Thread'>(), body: requiredText(longest) });
export const answerSent = v.object({ threadId: idOf<'Thread'>(), body: requiredText(longest) });
export const noteAdded = v.object({ threadId: idOf<'Thread'>(), body: requiredText(longest) });
export const threadSnoozed = v.object({ threadId: idOf<'Thread'>(), days: wholeNumber(1, 30) });
export const clockPaused = v.object({ threadId: idOf<'Thread'>(), why: requiredText(300) });
export const threadClosed = v.object({ threadId: idOf<'Thread'>(), why: optionalText(300) });
export const cooperativeLinked = v.object({ threadId: idOf<'Thread'>(), cooperativeId: idOf<'Cooperative'>() });

/** Working days of an office's clocks; a warning comes before the end it warns of. */
export const clockRules = v.pipe(
	v.object({
		forwardDays: wholeNumber(1, 30),
		answerDays: wholeNumber(1, 60),
		silenceDays: wholeNumber(2, 90),
		warnDays: wholeNumber(1, 30)
	}),
	v.forward(
		v.check(({ silenceDays, warnDays }) => warnDays < silenceDays, 'warnTooEarly'),
		['warnDays']
	)
);
