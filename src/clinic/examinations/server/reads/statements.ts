import { and, desc, eq, gt, inArray } from 'drizzle-orm';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { sameCooperative } from '#clinic/cooperatives/server/reads/same.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import type { AmountUnit } from '../../amounts.ts';
import { amountsOf, type Statement } from '../../statement.ts';
import { subjectsOf, type ExaminationSubject } from '../../subject.ts';
import { accountMatches, financialStatements, statementUploads } from '../tables.ts';

type Asking = Pick<Reader, 'select' | 'selectDistinctOn'>;

/** The statement in use of each of these book years, where there is one. */
export async function statementsOf(
	reader: Asking,
	actor: Actor,
	of: { cooperativeId: string; subject: ExaminationSubject; bookYears: readonly number[] }
): Promise<ReadonlyMap<number, Statement>> {
	const rows = await reader
		.selectDistinctOn([financialStatements.bookYear], {
			bookYear: financialStatements.bookYear,
			version: financialStatements.version,
			amounts: financialStatements.amounts,
			source: financialStatements.source,
			at: financialStatements.at,
			byName: financialStatements.byName
		})
		.from(financialStatements)
		.where(
			and(
				eq(financialStatements.officeId, actor.officeId as never),
				inArray(financialStatements.cooperativeId, sameCooperative(reader, of.cooperativeId)),
				eq(financialStatements.subject, of.subject),
				inArray(financialStatements.bookYear, [...of.bookYears])
			)
		)
		// Of one year the record that stays counts before those merged into it.
		.orderBy(
			financialStatements.bookYear,
			desc(eq(financialStatements.cooperativeId, of.cooperativeId as never)),
			desc(financialStatements.version)
		);
	return new Map(rows.map(({ amounts, ...row }) => [row.bookYear, { ...row, amounts: amountsOf(amounts) }]));
}

/** The accounts of a book year and of the one before it, as figures follow from them; null where neither is kept. */
export async function statementFor(
	reader: Asking,
	actor: Actor,
	of: { cooperativeId: string; subject: ExaminationSubject; bookYear: number }
) {
	const { bookYear } = of;
	const kept = await statementsOf(reader, actor, { ...of, bookYears: [bookYear, bookYear - 1] });
	const [now, before] = [kept.get(bookYear), kept.get(bookYear - 1)];
	const newest = [now, before].flatMap((one) => (one ? [one.at.getTime()] : []));
	if (newest.length === 0) return null;
	return { bookYear, now: now?.amounts ?? null, before: before?.amounts ?? null, at: new Date(Math.max(...newest)) };
}

/** The book years that are offered, the newest first. */
const firstBookYear = 2009;

interface PageAsked {
	readonly caseId: string;
	readonly now: Date;
	/** Null, or a year that is not offered: the book year that ended last. */
	readonly bookYear: number | null;
	readonly subject: string | null;
}

/** Whose accounts a page is about, and of which year. @throws Refusal missing */
async function asked(reader: Reader, actor: Actor, { caseId, now, bookYear: year, subject: named }: PageAsked) {
	const today = dayOf(now, found(await ownOffice(reader, actor)).zone);
	const thisYear = Number(today.slice(0, 4));
	const patient = await caseOf(reader, actor, caseId);
	const cooperative = await identityOf(reader, actor, patient.cooperativeId, today);
	const subjects = subjectsOf(cooperative);
	const subject = subjects.find((one) => one === named) ?? 'whole';
	const bookYear = year !== null && year >= firstBookYear && year <= thisYear ? year : thisYear - 1;
	const kept = await statementsOf(reader, actor, {
		cooperativeId: cooperative.id,
		subject,
		bookYears: [bookYear, bookYear - 1]
	});
	return {
		caseId: patient.id,
		isClosed: patient.closedAt !== null,
		cooperativeId: cooperative.id,
		name: cooperative.name,
		kind: cooperative.kind,
		subject,
		subjects,
		bookYear,
		bookYears: Array.from({ length: thisYear - firstBookYear + 1 }, (_, place) => thisYear - place),
		statement: kept.get(bookYear) ?? null,
		statementBefore: kept.get(bookYear - 1) ?? null
	};
}

/** The accounts of a book year and the one before it, to be filled in. @throws Refusal missing */
export async function statementPage(reader: Reader, actor: Actor, of: PageAsked & { readonly unit: AmountUnit }) {
	return { ...(await asked(reader, actor, of)), unit: of.unit };
}
export type StatementPage = Awaited<ReturnType<typeof statementPage>>;

/** The balance sheet that the actor sent last for this cooperative and book year, with what the office says of names. */
export async function statementUpload(reader: Reader, actor: Actor, of: PageAsked) {
	const page = await asked(reader, actor, of);
	const upload = await newestUpload(reader, actor, { ...page, now: of.now });
	return { ...page, upload, remembered: upload ? await rememberedMatches(reader, actor) : new Map<string, string>() };
}

/** Null when there is none, or it was sent too long ago. */
export async function newestUpload(
	reader: Pick<Reader, 'select'>,
	actor: Actor,
	of: { cooperativeId: string; subject: ExaminationSubject; bookYear: number; now: Date }
) {
	const [row] = await reader
		.select({ id: statementUploads.id, fileName: statementUploads.fileName, rows: statementUploads.rows })
		.from(statementUploads)
		.where(
			and(
				eq(statementUploads.officeId, actor.officeId as never),
				eq(statementUploads.by, actor.id),
				inArray(statementUploads.cooperativeId, sameCooperative(reader, of.cooperativeId)),
				eq(statementUploads.subject, of.subject),
				eq(statementUploads.bookYear, of.bookYear),
				gt(statementUploads.expiresAt, of.now)
			)
		)
		.orderBy(desc(statementUploads.at), desc(statementUploads.id))
		.limit(1);
	return row ?? null;
}

/** By folded name: the account that the office said it means, or '' for a line to be left out. */
export async function rememberedMatches(
	reader: Pick<Reader, 'select'>,
	actor: Actor
): Promise<ReadonlyMap<string, string>> {
	const rows = await reader
		.select({ label: accountMatches.label, account: accountMatches.account })
		.from(accountMatches)
		.where(eq(accountMatches.officeId, actor.officeId as never));
	return new Map(rows.map(({ label, account }) => [label, account ?? '']));
}
