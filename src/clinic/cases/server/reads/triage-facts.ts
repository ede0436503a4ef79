import { and, eq, gt, inArray, isNull, max } from 'drizzle-orm';
import { oneAYear } from '#clinic/cooperatives/gathered.ts';
import { healthOf } from '#clinic/cooperatives/server/reads/health-seen.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { sameCooperative } from '#clinic/cooperatives/server/reads/same.ts';
import { boardTerms, cooperativeFigures } from '#clinic/cooperatives/server/tables.ts';
import { licences } from '#clinic/cooperatives/server/tables/record.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf, type Day, type Zone } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import type { Id } from '#platform/ids.ts';
import { found } from '#platform/refusal.ts';
import type { TriageFacts, YearsShown } from '../../triage.ts';
import { complaints, type ComplaintCode } from '../../complaints.ts';
import { caseFindings, cases, complaints as complaintRows, milestones } from '../tables.ts';
import { caseOf, known } from '../reads.ts';

type Asking = Pick<Reader, 'select'>;

/**
 * What triage judges by. Its outcome is everybody's, whoever sets it off: health counts as it is kept. Complaints count from the beginning of the case; once it had recovered, those since then: what
 * was healed no longer presses.
 */
export async function triageFacts(reader: Reader, actor: Actor, caseId: Id<'Case'>, today: Day): Promise<TriageFacts> {
	const { cooperativeId } = await caseOf(reader, actor, caseId);
	const { meetings, registryStatus } = await identityOf(reader, actor, cooperativeId, today);
	const health = await healthOf(reader, cooperativeId);
	const [healed] = await reader
		.select({ at: max(milestones.at) })
		.from(milestones)
		.where(and(eq(milestones.caseId, caseId), eq(milestones.stage, 'recovered')));
	const made = await reader
		.select({ codes: complaintRows.codes })
		.from(complaintRows)
		.where(and(eq(complaintRows.caseId, caseId), healed?.at ? gt(complaintRows.createdAt, healed.at) : undefined));
	const [learnt] = await reader.select().from(caseFindings).where(eq(caseFindings.caseId, caseId));
	const { zone } = found(await ownOffice(reader, actor));
	const told = known(made.flatMap(({ codes }) => codes));
	return {
		complaints: told,
		meetings,
		health,
		registryStatus,
		...(await registerEnds(reader, cooperativeId, today)),
		years: await yearsShown(reader, cooperativeId),
		findings: learnt?.findings ?? [],
		diagnosis: learnt?.diagnosis ?? null,
		recoveredOn: complains(told) ? await lastRecovery(reader, cooperativeId, zone) : null
	};
}

/** In whichever case it was: a relapse may be a case of its own. */
async function lastRecovery(reader: Asking, cooperativeId: Id<'Cooperative'>, zone: Zone): Promise<Day | null> {
	const [row] = await reader
		.select({ at: max(milestones.at) })
		.from(milestones)
		.innerJoin(cases, eq(cases.id, milestones.caseId))
		.where(
			and(inArray(cases.cooperativeId, sameCooperative(reader, cooperativeId)), eq(milestones.stage, 'recovered'))
		);
	return row?.at ? dayOf(row.at, zone) : null;
}

/** Whether anything hurts: who only asks is not ill again. */
const complains = (told: readonly ComplaintCode[]) => told.some((code) => complaints[code].level !== 'information');

async function registerEnds(
	reader: Asking,
	cooperativeId: Id<'Cooperative'>,
	today: Day
): Promise<Pick<TriageFacts, 'boardEndedOn' | 'savingsLicenceEndedOn'>> {
	const same = sameCooperative(reader, cooperativeId);
	const terms = await reader
		.select({ untilOn: boardTerms.untilOn })
		.from(boardTerms)
		.where(and(inArray(boardTerms.cooperativeId, same), inArray(boardTerms.role, ['chair', 'secretary', 'treasurer'])));
	const savings = await reader
		.select({ untilOn: licences.validUntil })
		.from(licences)
		.where(
			and(
				inArray(licences.cooperativeId, same),
				inArray(licences.kind, ['savingsLicence', 'standardCertificate']),
				isNull(licences.struckAt)
			)
		);
	return { boardEndedOn: allEndedOn(terms, today), savingsLicenceEndedOn: allEndedOn(savings, today) };
}

/** The last of the days, when all are past; null while one runs, or where there is none. */
function allEndedOn(rows: readonly { readonly untilOn: Day | null }[], today: Day): Day | null {
	const ends = rows.map(({ untilOn }) => untilOn);
	const runs = ends.some((end) => end === null || end >= today);
	return runs ? null : (ends.toSorted().at(-1) ?? null);
}

async function yearsShown(reader: Asking, cooperativeId: Id<'Cooperative'>): Promise<YearsShown> {
	const rows = await reader
		.select({
			cooperativeId: cooperativeFigures.cooperativeId,
			bookYear: cooperativeFigures.bookYear,
			surplus: cooperativeFigures.netSurplusRupiah,
			ownCapital: cooperativeFigures.ownCapitalRupiah,
			turnover: cooperativeFigures.turnoverRupiah
		})
		.from(cooperativeFigures)
		.where(inArray(cooperativeFigures.cooperativeId, sameCooperative(reader, cooperativeId)));
	const years = oneAYear(rows, cooperativeId).toSorted((a, b) => b.bookYear - a.bookYear);
	const [newest] = years;
	const isLoss = (at: number) =>
		years[at]?.bookYear === newest!.bookYear - at && years[at].surplus !== null && years[at].surplus < 0n;
	let losses = 0;
	while (newest && isLoss(losses)) losses += 1;
	const where = (is: boolean) => (newest && is ? newest.bookYear : null);
	return {
		losses,
		ownCapitalGone: where(newest !== undefined && newest.ownCapital !== null && newest.ownCapital <= 0n),
		noTurnover: where(newest !== undefined && newest.turnover !== null && newest.turnover <= 0n)
	};
}
