import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { causeCodes, type CauseCode } from '../../causes.ts';
import { agreement, type Counted, type VerdictCode } from '../../verdicts.ts';
import { diagnoses, suggestionVerdicts } from '../tables.ts';

export interface RuleRecord extends Counted {
	readonly cause: string;
	readonly ruleVersion: string;
	readonly passedOver: number;
	/** Named by officers though the rule had not suggested it. */
	readonly added: number;
	/** Of those judged, how many were accepted, in percent; null before any was. */
	readonly agreed: number | null;
	/** Why officers saw it otherwise, the newest first. */
	readonly reasons: readonly string[];
}

/** How many of the newest reasons are shown. */
const reasonsShown = 3;

/**
 * How often officers of this office agreed with each rule, by its version, in the order of the list. Diagnoses that stand
 * count; one that was replaced was the officer's own second thought.
 */
export async function ruleAgreement(reader: Reader, actor: Actor): Promise<RuleRecord[]> {
	const standing = and(eq(suggestionVerdicts.officeId, actor.officeId as never), isNull(diagnoses.replacedAt));
	const counts = await reader
		.select({
			cause: suggestionVerdicts.cause,
			ruleVersion: suggestionVerdicts.ruleVersion,
			verdict: suggestionVerdicts.verdict,
			count: sql<number>`count(*)::int`
		})
		.from(suggestionVerdicts)
		.innerJoin(diagnoses, eq(diagnoses.id, suggestionVerdicts.diagnosisId))
		.where(standing)
		.groupBy(suggestionVerdicts.cause, suggestionVerdicts.ruleVersion, suggestionVerdicts.verdict);
	const said = await reader
		.select({
			cause: suggestionVerdicts.cause,
			ruleVersion: suggestionVerdicts.ruleVersion,
			reason: suggestionVerdicts.reason
		})
		.from(suggestionVerdicts)
		.innerJoin(diagnoses, eq(diagnoses.id, suggestionVerdicts.diagnosisId))
		.where(and(standing, inArray(suggestionVerdicts.verdict, ['changed', 'rejected'])))
		.orderBy(desc(suggestionVerdicts.at), desc(suggestionVerdicts.id))
		.limit(1000);
	const key = (row: { cause: string; ruleVersion: string }) => `${row.ruleVersion} ${row.cause}`;
	const reasons = Map.groupBy(said, key);
	return [...Map.groupBy(counts, key).values()]
		.map((rows): RuleRecord => {
			const { cause, ruleVersion } = rows[0]!;
			const of = (verdict: VerdictCode) => rows.find((row) => row.verdict === verdict)?.count ?? 0;
			const counted = { accepted: of('accepted'), changed: of('changed'), rejected: of('rejected') };
			return {
				cause,
				ruleVersion,
				...counted,
				passedOver: of('passedOver'),
				added: of('added'),
				agreed: agreement(counted),
				reasons: (reasons.get(key(rows[0]!)) ?? []).slice(0, reasonsShown).map(({ reason }) => reason ?? '')
			};
		})
		.sort(
			(a, b) =>
				Number(b.ruleVersion) - Number(a.ruleVersion) ||
				causeCodes.indexOf(a.cause as CauseCode) - causeCodes.indexOf(b.cause as CauseCode)
		);
}
