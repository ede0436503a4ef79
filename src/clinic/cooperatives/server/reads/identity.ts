import { aliasedTable, and, desc, eq, inArray, sql } from 'drizzle-orm';
import { areas } from '#clinic/offices/server/tables.ts';
import type { Actor } from '#platform/actor.ts';
import { monthsBetween, type Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import { conditionOf, type Judged } from '../../condition.ts';
import type { MissedMeetings } from '../../duties.ts';
import { oneAYear } from '../../gathered.ts';
import type { HealthCategory } from '../../health.ts';
import type { Kind, Pattern, RegistryStatus } from '../../kinds.ts';
import { foundingDay, signsOf } from '../../signs.ts';
import { annualMeetings, boardTerms, cooperativeFigures, cooperatives } from '../tables.ts';
import { healthSeen } from './health-seen.ts';
import { sameCooperative } from './same.ts';

type Asking = Pick<Reader, 'select'>;

/** What stands on top of every page about a cooperative. */
export interface Identity {
	readonly id: Id<'Cooperative'>;
	readonly name: string;
	readonly registryNumber: string | null;
	readonly legalNumber: string | null;
	readonly kind: Kind | null;
	readonly pattern: Pattern | null;
	readonly hasSavingsUnit: boolean;
	readonly district: string | null;
	readonly address: string | null;
	readonly phone: string | null;
	/** Whole years since founding. */
	readonly age: number | null;
	readonly members: number | null;
	/** Its class of business (KUK) as the register has it; empty in most. */
	readonly businessClass: number | null;
	/** What decides the class of its business (KUK), of the newest book year in the register. */
	readonly businessFigures: {
		readonly members: number | null;
		readonly ownCapital: bigint | null;
		readonly assets: bigint | null;
	};
	readonly registryStatus: RegistryStatus | null;
	readonly health: { readonly category: HealthCategory; readonly on: Day } | null;
	readonly meetings: MissedMeetings;
	readonly judged: Judged;
	readonly lastMeetingOn: Day | null;
	readonly lastReportOn: Day | null;
}

/**
 * One cooperative of the actor's office; a merged record answers as the one that stays.
 * @throws Refusal missing, also for another office's cooperative
 */
export async function identityOf(reader: Asking, actor: Actor, cooperativeId: string, today: Day): Promise<Identity> {
	const row = found(await registerRow(reader, actor, cooperativeId));
	const [years, figures, terms] = [
		await meetingsOf(reader, row.id),
		await newestFigures(reader, row.id),
		await termsOf(reader, row.id)
	];
	const history = {
		meetings: years,
		turnoverRupiah: figures?.turnoverRupiah ?? null,
		termsUntil: terms.map(({ untilOn }) => untilOn)
	};
	const signs = signsOf(row, history, today);
	const foundedOn = foundingDay(row);
	return {
		id: row.id,
		name: row.name,
		registryNumber: row.registryNumber,
		legalNumber: row.legalNumber,
		kind: row.kind,
		pattern: row.pattern,
		hasSavingsUnit: row.hasSavingsUnit,
		district: row.district ?? row.districtText,
		address: row.address,
		phone: row.phone,
		age: foundedOn === null ? null : Math.max(0, Math.floor(monthsBetween(foundedOn, today) / 12)),
		members: figures?.members ?? null,
		businessClass: row.businessClass,
		businessFigures: {
			members: figures?.members ?? null,
			ownCapital: figures?.ownCapitalRupiah ?? null,
			assets: figures?.assetsRupiah ?? null
		},
		registryStatus: row.registryStatus,
		health: signs.health,
		meetings: signs.meetings,
		judged: conditionOf(signs, today),
		lastMeetingOn: latest(years.map(({ heldOn }) => heldOn)),
		lastReportOn: latest(years.map(({ reportedOn }) => reportedOn))
	};
}

const latest = (days: readonly (Day | null)[]): Day | null =>
	days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);

async function registerRow(reader: Asking, actor: Actor, cooperativeId: string) {
	const asked = aliasedTable(cooperatives, 'asked');
	const health = healthSeen(cooperatives);
	const [row] = await reader
		.select({
			id: cooperatives.id,
			name: cooperatives.name,
			registryNumber: cooperatives.registryNumber,
			legalNumber: cooperatives.legalNumber,
			kind: cooperatives.kind,
			pattern: cooperatives.pattern,
			hasSavingsUnit: cooperatives.hasSavingsUnit,
			businessClass: cooperatives.businessClass,
			district: areas.name,
			districtText: cooperatives.districtText,
			address: cooperatives.address,
			phone: cooperatives.phone,
			foundedOn: cooperatives.foundedOn,
			legalOn: cooperatives.legalOn,
			registryStatus: cooperatives.registryStatus,
			healthCategory: health.category,
			healthOn: health.on
		})
		.from(asked)
		.innerJoin(cooperatives, eq(cooperatives.id, sql`coalesce(${asked.mergedInto}, ${asked.id})`))
		.leftJoin(areas, eq(areas.code, cooperatives.districtCode))
		.where(and(eq(asked.id, cooperativeId as never), eq(asked.officeId, actor.officeId as never)));
	return row;
}

/** What is known of each book year's annual meeting, newest first. */
export async function meetingsOf(reader: Asking, cooperativeId: Id<'Cooperative'>) {
	const rows = await reader
		.select({
			cooperativeId: annualMeetings.cooperativeId,
			bookYear: annualMeetings.bookYear,
			heldOn: annualMeetings.heldOn,
			reportedOn: annualMeetings.reportedOn
		})
		.from(annualMeetings)
		.where(inArray(annualMeetings.cooperativeId, sameCooperative(reader, cooperativeId)))
		.orderBy(desc(annualMeetings.bookYear));
	return oneAYear(rows, cooperativeId).map(({ cooperativeId: _, ...year }) => year);
}

async function newestFigures(reader: Asking, cooperativeId: Id<'Cooperative'>) {
	const rows = await reader
		.select({
			cooperativeId: cooperativeFigures.cooperativeId,
			bookYear: cooperativeFigures.bookYear,
			members: cooperativeFigures.members,
			ownCapitalRupiah: cooperativeFigures.ownCapitalRupiah,
			assetsRupiah: cooperativeFigures.assetsRupiah,
			turnoverRupiah: cooperativeFigures.turnoverRupiah
		})
		.from(cooperativeFigures)
		.where(inArray(cooperativeFigures.cooperativeId, sameCooperative(reader, cooperativeId)))
		.orderBy(desc(cooperativeFigures.bookYear));
	return oneAYear(rows, cooperativeId)[0];
}

const termsOf = (reader: Asking, cooperativeId: Id<'Cooperative'>) =>
	reader
		.select({ untilOn: boardTerms.untilOn })
		.from(boardTerms)
		.where(inArray(boardTerms.cooperativeId, sameCooperative(reader, cooperativeId)));

/** The record that stays of a cooperative of the actor's office. @throws Refusal missing, also for another office's */
export async function registeredAs(reader: Asking, actor: Actor, cooperativeId: string): Promise<Id<'Cooperative'>> {
	return found(await registerRow(reader, actor, cooperativeId)).id;
}
