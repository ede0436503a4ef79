import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import { nameOf } from '#clinic/offices/server/reads.ts';
import { command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { enqueue } from '#platform/jobs/enqueue.ts';
import { jobKind } from '#platform/jobs/job.ts';
import { missing } from '#platform/refusal.ts';
import { sweeping } from '../../duplicates/sweep.ts';
import type { DuplicateBand, Reason } from '../../duplicates/score.ts';
import { pairReopened, pairToldApart, pairsElsewhere, sweepAsked } from '../../merge-forms.ts';
import { profilesOf } from '../reads/profiles.ts';
import { duplicateDismissals, duplicatePairs, duplicateSweeps } from '../tables/duplicates.ts';

/** Looks through the office's whole register for records that may be one cooperative, and keeps the pairs. */
export const sweepRegister = command({
	name: 'cooperatives.sweepRegister',
	needs: 'register.edit',
	input: sweepAsked,
	run: async (context) => {
		const { tx, actor, now } = context;
		const profiles = await profilesOf(readerOf(tx), actor);
		const found = await inTurns(sweeping(profiles));
		await keepPairs(
			context,
			found.map(({ a, b, percent, band, reasons }) => ({
				firstId: a.id < b.id ? a.id : b.id,
				secondId: a.id < b.id ? b.id : a.id,
				elsewhereId: null,
				percent,
				band,
				reasons
			}))
		);
		await tx
			.delete(duplicatePairs)
			.where(and(ownPairs(context), isNull(duplicatePairs.elsewhereId), lt(duplicatePairs.foundAt, now)));
		const swept = { sweptAt: now, cooperatives: profiles.length };
		await tx
			.insert(duplicateSweeps)
			.values({ ...swept, officeId: actor.officeId as Id<'Office'> })
			.onConflictDoUpdate({ target: duplicateSweeps.officeId, set: swept });
		return { cooperatives: profiles.length, pairs: found.length };
	}
});

/** Between two turns of long work others are answered. */
async function inTurns<Result>(work: Generator<undefined, Result>): Promise<Result> {
	for (;;) {
		const { done, value } = work.next();
		if (done) return value;
		await new Promise((next) => setImmediate(next));
	}
}

/** Asks that the register be looked through soon, by whoever is at the worklist. */
export const requestSweep = command({
	name: 'cooperatives.requestSweep',
	needs: 'register.edit',
	input: sweepAsked,
	run: async (context) => ({ jobId: await enqueue(context, sweepWork, {}) })
});

/** Asks that every office's register be looked through. By the program alone, once a week (`server/daily.ts`). */
export const requestNationSweep = command({
	name: 'cooperatives.requestNationSweep',
	needs: 'register.sweep',
	input: sweepAsked,
	run: async (context) => ({ jobId: await enqueue(context, nationSweepWork, {}) })
});

/** `sweepNation`, in parts: ended half-way it goes on behind the last office. */
export const nationSweepWork = jobKind({
	name: 'cooperatives.sweepNation',
	lane: 'long',
	input: sweepAsked,
	longestSeconds: 1_800
});

/** `sweepRegister`, done beside the requests (`server/sweep-work.ts`). */
export const sweepWork = jobKind({ name: 'cooperatives.sweepRegister', lane: 'long', input: sweepAsked });

/**
 * Notes that records of this office stand in another office's register too. By the program alone, which has looked into
 * both: this office learns that there is one and where, and by what they are alike.
 */
export const noteDuplicatesElsewhere = command({
	name: 'cooperatives.noteDuplicatesElsewhere',
	needs: 'register.sweep',
	input: pairsElsewhere,
	run: async (context, { pairs, isLast }) => {
		const { tx, now } = context;
		await refuseForeign(
			context,
			pairs.map(({ firstId }) => firstId)
		);
		await keepPairs(context, pairs);
		if (isLast)
			await tx
				.delete(duplicatePairs)
				.where(and(ownPairs(context), isNotNull(duplicatePairs.elsewhereId), lt(duplicatePairs.foundAt, now)));
		return { pairs: pairs.length };
	}
});

/** Somebody has looked: these are two cooperatives. No later sweep brings the pair back to the list. */
export const dismissDuplicate = command({
	name: 'cooperatives.dismissDuplicate',
	needs: 'register.edit',
	input: pairToldApart,
	run: async (context, { reason, ...asked }) => {
		const { tx, actor, now } = context;
		const pair = await pairNamed(context, asked);
		await tx
			.insert(duplicateDismissals)
			.values({
				...pair,
				officeId: actor.officeId as Id<'Office'>,
				reason,
				at: now,
				by: actor.id,
				byName: await nameOf(readerOf(tx), actor)
			})
			.onConflictDoNothing();
		return pair;
	}
});

/** Takes "these are two" back: the pair is on the list again. */
export const reopenDuplicate = command({
	name: 'cooperatives.reopenDuplicate',
	needs: 'register.edit',
	input: pairReopened,
	run: async (context, asked) => {
		const pair = await pairNamed(context, asked);
		await context.tx
			.delete(duplicateDismissals)
			.where(and(eq(duplicateDismissals.firstId, pair.firstId), eq(duplicateDismissals.secondId, pair.secondId)));
		return pair;
	}
});

type Pair = { readonly firstId: Id<'Cooperative'>; readonly secondId: Id<'Cooperative'> };

/** Two of this office's records in the order of their ids, or a pair with another office's that is on the list. */
async function pairNamed(context: Context, { firstId, secondId }: Pair): Promise<Pair> {
	const [elsewhere] = await context.tx
		.select({ firstId: duplicatePairs.firstId, secondId: duplicatePairs.secondId })
		.from(duplicatePairs)
		.where(
			and(
				ownPairs(context),
				eq(duplicatePairs.firstId, firstId),
				eq(duplicatePairs.secondId, secondId),
				isNotNull(duplicatePairs.elsewhereId)
			)
		);
	if (elsewhere) return elsewhere;
	if (firstId === secondId) throw missing();
	await refuseForeign(context, [firstId, secondId]);
	return firstId < secondId ? { firstId, secondId } : { firstId: secondId, secondId: firstId };
}

async function refuseForeign({ tx, actor }: Context, ids: readonly Id<'Cooperative'>[]): Promise<void> {
	const wanted = [...new Set(ids)];
	if (wanted.length === 0) return;
	const { rows: own } = await tx.execute(sql`
		select 1 from cooperatives where id = any(${sql.param(wanted)}::uuid[]) and office_id = ${actor.officeId}::uuid`);
	if (own.length < wanted.length) throw missing();
}

const ownPairs = ({ actor }: Context) => eq(duplicatePairs.officeId, actor.officeId as never);

interface KeptPair {
	readonly firstId: string;
	readonly secondId: string;
	readonly elsewhereId: string | null;
	readonly percent: number;
	readonly band: DuplicateBand;
	readonly reasons: readonly Reason[];
}

const KEPT_AT_ONCE = 5_000;

/** A pair that was found before keeps its row. */
async function keepPairs(context: Context, pairs: readonly KeptPair[]): Promise<void> {
	for (let from = 0; from < pairs.length; from += KEPT_AT_ONCE)
		await keepSome(context, pairs.slice(from, from + KEPT_AT_ONCE));
}

async function keepSome({ tx, actor, now }: Context, pairs: readonly KeptPair[]): Promise<void> {
	const rows = JSON.stringify(pairs.map((pair) => ({ id: newId(), ...pair })));
	await tx.execute(sql`
		insert into duplicate_pairs (id, office_id, first_id, second_id, elsewhere_id, percent, band, reasons, found_at)
		select id, ${actor.officeId}::uuid, "firstId", "secondId", "elsewhereId", percent, band, reasons, ${now.toISOString()}::timestamptz
		  from jsonb_to_recordset(${rows}::jsonb) as p(id uuid, "firstId" uuid, "secondId" uuid, "elsewhereId" uuid,
		       percent integer, band text, reasons jsonb)
		on conflict (first_id, second_id) do update
		   set percent = excluded.percent, band = excluded.band, reasons = excluded.reasons, found_at = excluded.found_at,
		       elsewhere_id = excluded.elsewhere_id`);
}
