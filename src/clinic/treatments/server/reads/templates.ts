import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import { openingOn } from '#clinic/offices/opening.ts';
import { holidaysOf, ownOffice } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import type { Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { isId } from '#platform/ids.ts';
import { found, missing } from '#platform/refusal.ts';
import {
	builtInFor,
	builtInTemplates,
	datedActions,
	templateKey,
	type OfferedTemplate,
	type TemplateOrigin
} from '../../templates.ts';
import { planTemplates } from '../tables/templates.ts';

type Asking = Pick<Reader, 'select'>;
export type KeptTemplate = typeof planTemplates.$inferSelect;

/** Shared ones of other offices that are offered for one cause: more would hide the office's own. */
const mostShared = 20;

const offeredAs = (kind: 'own' | 'shared', row: KeptTemplate): OfferedTemplate => ({
	title: row.title,
	aim: row.aim,
	actions: row.actions,
	warningSigns: row.warningSigns,
	origin: { kind, code: row.id, version: String(row.version), office: row.officeName }
});

/** What a plan for a cause can begin from: the office's own, those built in, those that other offices share. */
export async function templatesFor(reader: Asking, actor: Actor, cause: string): Promise<OfferedTemplate[]> {
	const own = await reader
		.select()
		.from(planTemplates)
		.where(
			and(
				eq(planTemplates.officeId, actor.officeId as never),
				eq(planTemplates.cause, cause),
				isNull(planTemplates.retiredAt)
			)
		)
		.orderBy(desc(planTemplates.changedAt), desc(planTemplates.id));
	const shared = await reader
		.select()
		.from(planTemplates)
		.where(
			and(
				ne(planTemplates.officeId, actor.officeId as never),
				eq(planTemplates.cause, cause),
				sql`is_shared and retired_at is null`
			)
		)
		.orderBy(desc(planTemplates.changedAt), desc(planTemplates.id))
		.limit(mostShared);
	return [
		...own.map((row) => offeredAs('own', row)),
		...builtInFor(cause),
		...shared.map((row) => offeredAs('shared', row))
	];
}

interface Named {
	readonly kind: TemplateOrigin['kind'];
	readonly code: string;
}

/** A template by its name, whatever it is for. @throws Refusal missing, also for one that another office does not share */
export async function templateNamed(reader: Asking, actor: Actor, { kind, code }: Named): Promise<OfferedTemplate> {
	if (kind === 'builtIn') return found(builtInTemplates().find(({ origin }) => origin.code === code));
	const row = await keptTemplateOf(reader, code);
	const isOwn = row.officeId === actor.officeId;
	if (isOwn !== (kind === 'own')) throw missing();
	return offeredAs(kind, row);
}

/** Where a plan that begins from a template comes from. @throws Refusal missing */
export const originOf = async (reader: Asking, actor: Actor, named: Named): Promise<TemplateOrigin> =>
	(await templateNamed(reader, actor, named)).origin;

/** What a plan for a cause may begin from, and the chosen one with its days. An address that names no template chooses none. */
export async function planStart(reader: Reader, actor: Actor, cause: string, key: string | null, today: Day) {
	const offered = await templatesFor(reader, actor, cause);
	const chosen = offered.find(({ origin }) => templateKey(origin) === key);
	return {
		templates: offered.map(({ origin, title }) => ({ key: templateKey(origin), origin, title })),
		chosen: chosen
			? {
					key: templateKey(chosen.origin),
					aim: chosen.aim,
					warningSigns: chosen.warningSigns,
					actions: datedActions(chosen, today, await opensOn(reader, actor, today))
				}
			: null
	};
}

/** Whether the actor's office is open on a day. */
export async function opensOn(reader: Reader, actor: Actor, from: Day): Promise<(on: Day) => boolean> {
	const { hours } = found(await ownOffice(reader, actor));
	const closed = new Map((await holidaysOf(reader, actor, from)).map(({ on, name }) => [on, name]));
	return (on) => openingOn(hours, closed, on) !== null;
}

/** One kept template that the actor's office may read: the policy of its table says which. @throws Refusal missing */
export async function keptTemplateOf(reader: Asking, id: string): Promise<KeptTemplate> {
	if (!isId(id)) throw missing();
	const [row] = await reader
		.select()
		.from(planTemplates)
		.where(eq(planTemplates.id, id as never));
	return found(row);
}

/** The office's own templates, by cause. */
export const ownTemplates = (reader: Asking, actor: Actor): Promise<KeptTemplate[]> =>
	reader
		.select()
		.from(planTemplates)
		.where(and(eq(planTemplates.officeId, actor.officeId as never), isNull(planTemplates.retiredAt)))
		.orderBy(planTemplates.cause, planTemplates.title)
		.limit(500);

/** What other offices share, newest first. */
export const sharedTemplates = (reader: Asking, actor: Actor): Promise<KeptTemplate[]> =>
	reader
		.select()
		.from(planTemplates)
		.where(and(ne(planTemplates.officeId, actor.officeId as never), sql`is_shared and retired_at is null`))
		.orderBy(desc(planTemplates.changedAt), desc(planTemplates.id))
		.limit(100);
