import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import { blindCooperatives } from '#clinic/cooperatives/server/reads/health-seen.ts';
import { staysAs } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { areas, staff } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { standingOf, type Stage } from '../../journey.ts';
import { withoutExaminations, type TriageLevel } from '../../triage.ts';
import { cases, milestones, triages } from '../tables.ts';

/** One open case as a card of the stage board. */
export interface CaseCard {
	readonly id: Id<'Case'>;
	readonly number: string;
	readonly cooperativeId: Id<'Cooperative'>;
	readonly cooperative: string;
	readonly districtCode: string | null;
	readonly district: string | null;
	readonly stage: Stage;
	readonly since: Date;
	/** When anything last happened. */
	readonly lastAt: Date;
	readonly triage: TriageLevel | null;
	readonly adviserId: Id<'Staff'> | null;
	readonly adviser: string | null;
	/** The next day something is due, as the stops told: `dueOn` of the last milestone that names one and is not done. */
	readonly nextOn: Day | null;
}

/** All open cases of the actor's office, the longest in their stage first. */
export async function stageBoard(
	reader: Pick<Reader, 'select' | 'selectDistinctOn' | 'rows'>,
	actor: Actor
): Promise<CaseCard[]> {
	const office = eq(cases.officeId, actor.officeId as never);
	const rows = await reader
		.select({
			id: cases.id,
			number: cases.number,
			openedAt: cases.openedAt,
			cooperativeId: cooperatives.id,
			cooperative: cooperatives.name,
			districtCode: cooperatives.districtCode,
			districtText: cooperatives.districtText,
			district: areas.name,
			adviserId: cases.adviserId,
			adviser: staff.name
		})
		.from(cases)
		.innerJoin(cooperatives, eq(cooperatives.id, staysAs(cases.cooperativeId)))
		.leftJoin(areas, eq(areas.code, cooperatives.districtCode))
		.leftJoin(staff, eq(staff.id, cases.adviserId))
		.where(and(office, isNull(cases.closedAt)));
	if (rows.length === 0) return [];

	const open = reader
		.select({ id: cases.id })
		.from(cases)
		.where(and(office, isNull(cases.closedAt)));
	const passed = await reader
		.select({
			caseId: milestones.caseId,
			stage: milestones.stage,
			what: milestones.what,
			params: milestones.params,
			at: milestones.at
		})
		.from(milestones)
		.where(inArray(milestones.caseId, open))
		.orderBy(asc(milestones.at), asc(milestones.id));
	const levels = await reader
		.selectDistinctOn([triages.caseId], {
			caseId: triages.caseId,
			level: triages.level,
			computedLevel: triages.computedLevel,
			reasons: triages.reasons,
			overrideReason: triages.overrideReason
		})
		.from(triages)
		// By their ids: as a question within the question the planner reads every office's triages.
		.where(
			inArray(
				triages.caseId,
				rows.map(({ id }) => id)
			)
		)
		.orderBy(triages.caseId, desc(triages.createdAt), desc(triages.id));
	const history = Map.groupBy(passed, ({ caseId }) => caseId);
	const triaged = new Map(levels.map((row) => [row.caseId, row]));
	const blind = await blindCooperatives(reader);
	const levelTold = ({ id, cooperativeId }: Pick<CaseCard, 'id' | 'cooperativeId'>) => {
		const kept = triaged.get(id);
		if (!kept) return null;
		return blind.has(cooperativeId) ? withoutExaminations(kept).level : kept.level;
	};

	return rows
		.map(({ openedAt, districtText, ...row }) => {
			const own = history.get(row.id) ?? [];
			const { stage, since } = standingOf(own);
			return {
				...row,
				district: row.district ?? districtText,
				stage,
				since: since ?? openedAt,
				lastAt: own.at(-1)?.at ?? openedAt,
				triage: levelTold(row),
				nextOn: nextDay(own)
			};
		})
		.sort((a, b) => a.since.getTime() - b.since.getTime() || (a.id < b.id ? -1 : 1));
}

/** A planned control stands until one is done, which names the one after it; both report to the case. */
function nextDay(passed: readonly { what: string; params: Record<string, string | number> }[]): Day | null {
	let next: Day | null = null;
	for (const { what, params } of passed) {
		if (what === 'followUp.planned') next = typeof params['dueOn'] === 'string' ? params['dueOn'] : null;
		if (what === 'followUp.done') next = typeof params['nextOn'] === 'string' ? params['nextOn'] : null;
	}
	return next;
}
