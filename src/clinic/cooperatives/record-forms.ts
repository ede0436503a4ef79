import * as v from 'valibot';
import {
	oneOf,
	optionalDay,
	optionalOneOf,
	optionalPhone,
	optionalText,
	requiredDay,
	requiredText
} from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { personal } from '#platform/personal/marked.ts';
import { approvers, educations } from './classification.ts';
import { boardRoles } from './kinds.ts';
import { licenceKinds } from './licence-kinds.ts';
import { lifeStatuses } from './life.ts';
import { optionalCount } from './figure-forms.ts';
import { versionFields } from './version-forms.ts';

const cooperativeId = idOf<'Cooperative'>();

/** A decision about the life of a cooperative, with the document that carries it. */
export const lifeDecisionInput = v.object({
	cooperativeId,
	status: oneOf(lifeStatuses),
	/** What stood there when the form was opened; empty: nothing. */
	seenStatus: optionalOneOf(lifeStatuses),
	documentNumber: requiredText(120),
	decidedOn: requiredDay(),
	reason: requiredText(600)
});

export const ratingInput = v.object({
	cooperativeId,
	rating: requiredText(40),
	agency: requiredText(160),
	ratedOn: requiredDay()
});

const isInOrder = ({ fromOn, untilOn }: { fromOn: string | null; untilOn: string | null }) =>
	fromOn === null || untilOn === null || fromOn <= untilOn;

const term = {
	cooperativeId,
	role: oneOf(boardRoles),
	fromOn: optionalDay(),
	untilOn: optionalDay(),
	education: optionalOneOf(educations)
};

/** Somebody takes a seat on the board or the supervisory board, or manages the business. */
export const newTermInput = v.pipe(
	v.object({
		...term,
		name: v.pipe(requiredText(120), personal()),
		phone: v.pipe(optionalPhone(), personal())
	}),
	v.forward(v.partialCheck([['fromOn'], ['untilOn']], isInOrder, 'untilBeforeFrom'), ['untilOn'])
);

export const changedTermInput = v.pipe(
	v.object({ ...term, termId: idOf<'BoardTerm'>(), ...versionFields, reason: requiredText(300) }),
	v.forward(v.partialCheck([['fromOn'], ['untilOn']], isInOrder, 'untilBeforeFrom'), ['untilOn'])
);

export const amendmentInput = v.object({
	cooperativeId,
	number: requiredText(80),
	amendedOn: optionalDay(),
	notary: optionalText(160),
	approvedBy: optionalOneOf(approvers),
	years: optionalCount(999),
	reason: optionalText(300)
});

export const licenceInput = v.pipe(
	v.object({
		cooperativeId,
		kind: oneOf(licenceKinds),
		title: optionalText(160),
		number: optionalText(80),
		issuedOn: optionalDay(),
		issuer: optionalText(160),
		validUntil: optionalDay()
	}),
	v.forward(
		v.partialCheck(
			[['issuedOn'], ['validUntil']],
			({ issuedOn, validUntil }) => issuedOn === null || validUntil === null || issuedOn <= validUntil,
			'untilBeforeFrom'
		),
		['validUntil']
	),
	v.forward(
		v.partialCheck([['kind'], ['title']], ({ kind, title }) => kind !== 'other' || title !== null, 'required'),
		['title']
	)
);

export const bankAccountInput = v.object({
	cooperativeId,
	bank: requiredText(120),
	number: v.pipe(
		requiredText(40),
		v.check((text) => /^[\d\s.-]+$/.test(text) && text.replace(/\D/g, '').length >= 5, 'notAnAccount'),
		personal()
	),
	holder: v.pipe(optionalText(160), personal())
});

/** Parts of a record that are struck out with a reason, never changed or erased. */
export const strikable = ['amendment', 'licence', 'rating', 'account', 'file'] as const;
export type Strikable = (typeof strikable)[number];

export const strikeInput = v.object({
	cooperativeId,
	part: oneOf(strikable),
	partId: idOf<'RecordPart'>(),
	why: requiredText(300)
});
