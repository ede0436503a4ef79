import * as v from 'valibot';
import { oneOf, optionalText, requiredText, wholeNumber } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { duplicateBands, type Reason } from './duplicates/score.ts';
import { mergeFieldNames } from './merge-fields.ts';

const seen = () => wholeNumber(1, 1_000_000_000);

/** Two records that are one cooperative. */
export const merger = v.object({
	/** The record that stays, and the version of it that was compared. */
	winnerId: idOf<'Cooperative'>(),
	winnerVersion: seen(),
	loserId: idOf<'Cooperative'>(),
	loserVersion: seen(),
	/** By field, whose value counts from now on; what only one record knows counts without being asked. */
	choices: v.optional(v.record(oneOf(mergeFieldNames), oneOf(['winner', 'loser'])), {}),
	reason: optionalText(300)
});

export const mergerUndone = v.object({ mergeId: idOf<'CooperativeMerge'>() });

export const pairToldApart = v.object({
	firstId: idOf<'Cooperative'>(),
	secondId: idOf<'Cooperative'>(),
	reason: requiredText(300)
});
export const pairReopened = v.object({ firstId: idOf<'Cooperative'>(), secondId: idOf<'Cooperative'>() });
export const sweepAsked = v.object({});

/** What the program found of an office's records in other offices' registers, part by part. */
export const pairsElsewhere = v.object({
	/** All has been said: what stands from earlier sweeps is out of date. */
	isLast: v.boolean(),
	pairs: v.array(
		v.object({
			firstId: idOf<'Cooperative'>(),
			secondId: idOf<'Cooperative'>(),
			elsewhereId: idOf<'Office'>(),
			percent: wholeNumber(0, 100),
			band: oneOf(duplicateBands),
			reasons: v.array(v.custom<Reason>((value) => typeof value === 'object' && value !== null && 'code' in value))
		})
	)
});
