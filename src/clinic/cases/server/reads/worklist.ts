import { sql } from 'drizzle-orm';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { standingOf, type Stage } from '../../journey.ts';
import { withoutExaminations, type TriageLevel } from '../../triage.ts';
import { inTurn, type Waiting } from '../../worklist.ts';

export interface WorkRow extends Waiting {
	readonly number: string;
	readonly cooperativeId: Id<'Cooperative'>;
	readonly cooperative: string;
	readonly district: string | null;
	readonly adviserId: Id<'Staff'> | null;
	readonly adviser: string | null;
	/** Why this level, the most pressing first; as they were kept. */
	readonly reasons: readonly { readonly code: string; readonly params: Readonly<Record<string, string | number>> }[];
	readonly overrideReason: string | null;
}

interface Found extends Record<string, unknown> {
	readonly id: Id<'Case'>;
	readonly number: string;
	readonly cooperativeId: Id<'Cooperative'>;
	readonly cooperative: string;
	readonly district: string | null;
	readonly adviserId: Id<'Staff'> | null;
	readonly adviser: string | null;
	readonly openedAt: number;
	readonly level: TriageLevel | null;
	readonly computedLevel: TriageLevel | null;
	readonly isBlind: boolean;
	readonly reasons: WorkRow['reasons'] | null;
	readonly overrideReason: string | null;
	readonly stages: readonly Stage[] | null;
	readonly moments: readonly number[] | null;
	readonly nextOn: Day | null;
}

/** Answers by the open cases of the office and the keys of what hangs on them: however many cases the nation has. */
export const worklistQuery = (officeId: string) => sql`
	select k.id, k.number, c.id as "cooperativeId", c.name as cooperative,
	       coalesce((select a.name from areas a where a.code = c.district_code), c.district_text) as district,
	       k.adviser_id as "adviserId", (select s.name from staff s where s.id = k.adviser_id) as adviser,
	       extract(epoch from k.opened_at)::float8 as "openedAt",
	       t.level, t.computed_level as "computedLevel", t.reasons, c.id in (select blind_cooperatives()) as "isBlind", t.override_reason as "overrideReason", passed.stages, passed.moments,
	       case when control.what = 'followUp.planned' then control.due end as "nextOn"
	  from cases k
	  join cooperatives asked on asked.id = k.cooperative_id
	  join cooperatives c on c.id = coalesce(asked.merged_into, asked.id)
	  left join lateral (
	       select triages.level, triages.computed_level, triages.reasons, triages.override_reason from triages
	        where triages.case_id = k.id order by triages.created_at desc, triages.id desc limit 1) t on true
	  left join lateral (
	       select array_agg(m.stage order by m.at, m.id) as stages,
	              array_agg(extract(epoch from m.at)::float8 order by m.at, m.id) as moments
	         from milestones m where m.case_id = k.id and m.stage is not null) passed on true
	  left join lateral (
	       select m.what, m.params ->> 'dueOn' as due from milestones m
	        where m.case_id = k.id and m.what in ('followUp.planned', 'followUp.done')
	        order by m.at desc, m.id desc limit 1) control on true
	 where k.office_id = ${officeId}::uuid and k.closed_at is null`;

/** The open cases of the actor's office in the order in which they are to be helped. */
export async function worklistOf(reader: Pick<Reader, 'rows'>, actor: Actor, today: Day): Promise<WorkRow[]> {
	const found = await reader.rows<Found>(worklistQuery(actor.officeId ?? ''));
	return inTurn(found.map(standing), today);
}

function standing({ openedAt, stages, moments, level, computedLevel, reasons, isBlind, ...row }: Found): WorkRow {
	const passed = (stages ?? []).map((stage, at) => ({ stage, at: new Date(moments![at]! * 1000) }));
	const { stage, since } = standingOf(passed);
	const kept =
		level !== null && computedLevel !== null
			? { level, computedLevel, reasons: reasons ?? [], overrideReason: row.overrideReason }
			: null;
	const told = kept && isBlind ? withoutExaminations(kept) : kept;
	return {
		...row,
		level: told?.level ?? null,
		reasons: told?.reasons ?? [],
		stage,
		since: since ?? new Date(openedAt * 1000)
	};
}
