import { aliasedTable, and, asc, count, countDistinct, eq, like, sql } from 'drizzle-orm';
import { stages, type Stage } from '#clinic/cases/journey.ts';
import { stageBoard } from '#clinic/cases/server/reads/board.ts';
import { closureProposals, recoveries } from '#clinic/closures/server/tables.ts';
import { conditions, type Condition } from '#clinic/cooperatives/condition.ts';
import type { HeldRole } from '#clinic/offices/roles.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { areas, offices, staffRoles } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf, type Day, type Zone } from '#platform/clock.ts';
import { readElsewhere, type Reader } from '#platform/database/client.ts';
import { found, missing } from '#platform/refusal.ts';
import { isObserved, observedCodes } from '../observing.ts';
import { conditionsOf } from './reads/conditions.ts';

/** What of the country this observer may look at, by the roles of today in the office where he or she serves. */
async function scopeOf(reader: Reader, actor: Actor, now: Date): Promise<string | null> {
	const { code, zone } = found(await ownOffice(reader, actor));
	const held: HeldRole[] = await reader
		.select({ role: staffRoles.role, fromOn: staffRoles.fromOn, untilOn: staffRoles.untilOn })
		.from(staffRoles)
		.where(and(eq(staffRoles.staffId, actor.id as never), eq(staffRoles.officeId, actor.officeId as never)));
	return observedCodes(held, code, dayOf(now, zone));
}

/** An office as an observer finds it. */
const listed = (reader: Reader) => {
	const province = aliasedTable(areas, 'province');
	return reader
		.select({
			id: offices.id,
			code: offices.code,
			name: offices.name,
			brand: offices.brand,
			zone: offices.zone,
			area: areas.name,
			province: province.name
		})
		.from(offices)
		.innerJoin(areas, eq(areas.code, offices.code))
		.innerJoin(province, eq(province.code, sql`left(${offices.code}, 2)`));
};

/** The offices in the observer's area, by code. */
export async function observedOffices(reader: Reader, actor: Actor, now: Date) {
	const codes = await scopeOf(reader, actor, now);
	if (codes === null) return [];
	const rows = await listed(reader)
		.where(like(offices.code, `${codes}%`))
		.orderBy(asc(offices.code));
	return rows.map(({ code, name, brand, area, province }) => ({ code, name, brand, area, province }));
}

/** What an observer sees of one office: figures, and nothing about any person or cooperative. */
export interface OfficeFigures {
	readonly office: { code: string; name: string; brand: string; area: string; province: string };
	/** The day of the figures, in the office's zone. */
	readonly today: Day;
	readonly statuses: Readonly<Record<'active' | 'inactive' | 'unknown', number>>;
	readonly conditions: Readonly<Record<Condition | 'unknown', number>>;
	/** Open cases by stage. */
	readonly stages: Readonly<Record<Stage, number>>;
	/** Cases declared recovered, each once. */
	readonly recovered: { readonly thisYear: number; readonly ever: number };
	readonly proposals: Readonly<Record<'proposed' | 'returned' | 'agreed', number>>;
}

/**
 * The figures of one office in the observer's area, asked inside that office.
 * @throws Refusal missing for every other code, whether an office bears it or not
 */
export async function officeFigures(reader: Reader, actor: Actor, code: string, now: Date): Promise<OfficeFigures> {
	if (!isObserved(await scopeOf(reader, actor, now), code)) throw missing();
	const [row] = await listed(reader).where(eq(offices.code, code));
	const { id, zone, ...office } = found(row);
	const there: Actor = { ...actor, officeId: id };
	return readElsewhere(reader, { from: actor, to: { officeId: id, userId: null } }, async () => {
		const today = dayOf(now, zone);
		return { office, today, ...(await register(reader, there, today)), ...(await care(reader, there, zone, today)) };
	});
}

async function register(reader: Reader, there: Actor, today: Day) {
	const rows = await conditionsOf(reader, there, today);
	return {
		statuses: tally(
			['active', 'inactive', 'unknown'],
			rows.map(({ registryStatus }) => registryStatus ?? 'unknown')
		),
		conditions: tally(
			[...conditions, 'unknown'],
			rows.map(({ condition }) => condition ?? 'unknown')
		)
	};
}

async function care(reader: Reader, there: Actor, zone: Zone, today: Day) {
	const officeId = there.officeId as never;
	const open = await stageBoard(reader, there);
	const [recovered] = await reader
		.select({
			ever: countDistinct(recoveries.caseId),
			// The year begins at midnight on the office's wall.
			thisYear: sql<number>`count(distinct ${recoveries.caseId}) filter (where extract(year from ${recoveries.at} at time zone ${zone}) = ${Number(today.slice(0, 4))})::int`
		})
		.from(recoveries)
		.where(eq(recoveries.officeId, officeId));
	const proposed = await reader
		.select({ state: closureProposals.state, count: count() })
		.from(closureProposals)
		.where(eq(closureProposals.officeId, officeId))
		.groupBy(closureProposals.state);
	const byState = new Map(proposed.map((row) => [row.state, row.count]));
	return {
		stages: tally(
			stages,
			open.map(({ stage }) => stage)
		),
		recovered: recovered!,
		proposals: {
			proposed: byState.get('proposed') ?? 0,
			returned: byState.get('returned') ?? 0,
			agreed: byState.get('agreed') ?? 0
		}
	};
}

/** How many of each; what did not occur counts zero. */
function tally<Code extends string>(codes: readonly Code[], met: readonly Code[]): Record<Code, number> {
	const counts = Object.fromEntries(codes.map((code) => [code, 0])) as Record<Code, number>;
	for (const code of met) counts[code] += 1;
	return counts;
}
