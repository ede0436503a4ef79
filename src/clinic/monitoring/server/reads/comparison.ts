import { and, asc, eq, inArray } from 'drizzle-orm';
import { milestones } from '#clinic/cases/server/tables.ts';
import { oneAYear } from '#clinic/cooperatives/gathered.ts';
import { sameCooperative } from '#clinic/cooperatives/server/reads/same.ts';
import { cooperativeFigures } from '#clinic/cooperatives/server/tables.ts';
import {
	examinationOf,
	examinationsUntil,
	lastExaminations,
	type Examined
} from '#clinic/examinations/server/reads.ts';
import type { ExaminationResult } from '#clinic/examinations/score.ts';
import { treatedCase } from '#clinic/referrals/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf, type Zone } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { areComparable, beforeAndAfter, compare, type Comparable } from '../../before-after.ts';
import { worsenedIndicators, type Worsened } from '../../cards.ts';

/** As many as a cooperative is ever examined in the years that matter. */
const most = 40;

const comparable = (examined: Examined): Comparable => ({
	id: examined.id,
	at: examined.at,
	bookYear: examined.bookYear,
	instrument: examined.instrument,
	version: examined.version,
	total: examined.total,
	category: examined.category,
	result: examined.result as ExaminationResult
});

/**
 * Before and after of a case: the same indicators of two examinations by one instrument, and the figures of the
 * register of two book years. Null parts are not to be had.
 */
export async function comparisonOf(reader: Reader, actor: Actor, caseId: string, zone: Zone) {
	const patient = await treatedCase(reader, actor, caseId);
	const begunAt = await treatmentBegan(reader, patient.id);
	if (!begunAt) return { begunAt: null, pair: null, compared: [], figures: null };
	const whole = await lastExaminations(reader, actor, patient.cooperativeId, most);
	const unit =
		whole.length > 0 ? [] : await lastExaminations(reader, actor, patient.cooperativeId, most, 'savingsUnit');
	const pair = beforeAndAfter([...whole, ...unit].map(comparable), begunAt);
	return {
		begunAt,
		pair: pair && { before: facts(pair.before), after: facts(pair.after) },
		compared: pair ? compare(pair.before, pair.after) : [],
		figures: await figuresAround(reader, patient.cooperativeId, Number(dayOf(begunAt, zone).slice(0, 4)))
	};
}

const facts = ({ result: _result, ...told }: Comparable) => told;

/** The moment from which a change may be the treatment's: the first approved plan, before it the first diagnosis. */
async function treatmentBegan(reader: Pick<Reader, 'select'>, caseId: string): Promise<Date | null> {
	const passed = await reader
		.select({ what: milestones.what, at: milestones.at })
		.from(milestones)
		.where(and(eq(milestones.caseId, caseId as never), inArray(milestones.what, ['plan.approved', 'diagnosis.made'])))
		.orderBy(asc(milestones.at));
	const first = (what: string) => passed.find((one) => one.what === what)?.at;
	return first('plan.approved') ?? first('diagnosis.made') ?? null;
}

/** The newest book year closed before the treatment began, and the newest after it. */
async function figuresAround(reader: Reader, cooperativeId: string, year: number) {
	const rows = await reader
		.select()
		.from(cooperativeFigures)
		.where(inArray(cooperativeFigures.cooperativeId, sameCooperative(reader, cooperativeId)));
	const years = oneAYear(rows, cooperativeId).toSorted((a, b) => b.bookYear - a.bookYear);
	const before = years.find(({ bookYear }) => bookYear < year);
	const after = years.find(({ bookYear }) => bookYear >= year);
	return before && after ? { before: told(before), after: told(after) } : null;
}

type FiguresRow = typeof cooperativeFigures.$inferSelect;
const told = ({ bookYear, members, ownCapitalRupiah, assetsRupiah, turnoverRupiah, netSurplusRupiah }: FiguresRow) => ({
	bookYear,
	members,
	ownCapitalRupiah,
	assetsRupiah,
	turnoverRupiah,
	netSurplusRupiah
});

/** Indicators of an examination that are worse than in the one before it by the same instrument. */
export async function worsenedSince(reader: Reader, actor: Actor, examinationId: string): Promise<Worsened[]> {
	const examined = await examinationOf(reader, actor, examinationId);
	const [now, ...earlier] = (await examinationsUntil(reader, actor, examined, most)).map(comparable);
	const before = now && earlier.find((one) => areComparable(one, now));
	return now && before ? worsenedIndicators(before, now) : [];
}
