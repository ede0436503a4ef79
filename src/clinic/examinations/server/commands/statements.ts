import { and, eq, lt, or, sql } from 'drizzle-orm';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { nameOf, ownOffice } from '#clinic/offices/server/reads.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput, command, type Context } from '#platform/command.ts';
import { readerOf } from '#platform/database/client.ts';
import { newId, type Id } from '#platform/ids.ts';
import { found, Refusal } from '#platform/refusal.ts';
import { labelKey } from '../../account-spellings.ts';
import { balanceOf, type AccountAmounts } from '../../accounts.ts';
import { amountsKept, isSame, type Statement, type StatementSource } from '../../statement.ts';
import { accountField, readColumn, statementColumns, statementDoubt } from '../../statement-entries.ts';
import { statementInput, statementUploadInput, takenSheetInput } from '../../statement-forms.ts';
import { readMatches, type Matched } from '../../statement-matches.ts';
import { amountsTaken } from '../../statement-sheet.ts';
import { subjectsOf, type ExaminationSubject } from '../../subject.ts';
import { registeredFigures } from '../reads.ts';
import { newestUpload, rememberedMatches, statementsOf } from '../reads/statements.ts';
import { accountMatches, financialStatements, statementUploads } from '../tables.ts';

interface OfYear {
	readonly caseId: string;
	readonly subject: ExaminationSubject;
	readonly bookYear: number;
}
interface Seen {
	readonly seen: number;
	readonly seenBefore: number;
	readonly sure: boolean;
}

/**
 * Keeps the accounts of a book year, and of the one before it where they changed, each as a new version. It need not
 * balance: that it does not is itself a finding.
 */
export const recordStatement = command({
	name: 'examinations.recordStatement',
	needs: 'examination.record',
	input: statementInput,
	run: async (context, input) => {
		const of = await subjectOf(context, input);
		const [now, before] = statementColumns.map((column) => readColumn(input[column], input.unit));
		// No form of ours sends an account that the chart does not have.
		if (!now || !before) throw new BadInput({ '': 'notUnderstood' });
		const problems = statementColumns.flatMap((column) =>
			[...{ now, before }[column].problems].map(([account, problem]) => [accountField(column, account), problem])
		);
		if (problems.length > 0) throw new BadInput(Object.fromEntries(problems));
		if (now.amounts.size === 0 && before.amounts.size === 0) throw new Refusal('examinations.nothingGiven');
		return keep(context, of, { ...input, now: now.amounts, before: before.amounts, source: 'typed' });
	}
});

/** How long a file that was read waits for a person's yes. */
const HOURS = 24;

/** Keeps a balance sheet that was read from a file until the person who sent it has said which line is which. */
export const keepStatementSheet = command({
	name: 'examinations.keepStatementSheet',
	needs: 'examination.record',
	input: statementUploadInput,
	run: async (context, input) => {
		const { tx, actor, now } = context;
		const { cooperativeId } = await subjectOf(context, input);
		const officeId = actor.officeId as Id<'Office'>;
		// One a person: the newest is meant.
		await tx
			.delete(statementUploads)
			.where(
				and(
					eq(statementUploads.officeId, officeId),
					or(lt(statementUploads.expiresAt, now), eq(statementUploads.by, actor.id))
				)
			);
		await tx.insert(statementUploads).values({
			id: newId<'StatementUpload'>(),
			officeId,
			cooperativeId,
			subject: input.subject,
			bookYear: input.bookYear,
			fileName: input.fileName,
			rows: input.rows,
			at: now,
			by: actor.id,
			expiresAt: new Date(now.getTime() + HOURS * 3_600_000)
		});
		return { bookYear: input.bookYear, subject: input.subject };
	}
});

/**
 * Takes the amounts of an uploaded balance sheet, line by line as a person said what they are, and remembers it. Lines of
 * the chart that the file does not have stay as they were kept.
 */
export const takeStatementSheet = command({
	name: 'examinations.takeStatementSheet',
	needs: 'examination.record',
	input: takenSheetInput,
	run: async (context, input) => {
		const { tx, actor } = context;
		const reader = readerOf(tx);
		const of = await subjectOf(context, input);
		const upload = await newestUpload(reader, actor, { ...of, now: context.now });
		if (!upload) throw new Refusal('examinations.sheetGone');
		const read = readMatches(upload.rows, await rememberedMatches(reader, actor), input);
		if ('problems' in read) throw new BadInput(Object.fromEntries(read.problems));
		const { lines, matches } = read;
		if (matches.size === 0) throw new Refusal('examinations.noLineMatched');
		const kept = await statementsOf(tx, actor, { ...of, bookYears: [of.bookYear, of.bookYear - 1] });
		const over = (year: number, column: 'now' | 'before') =>
			new Map([...(kept.get(year)?.amounts ?? []), ...amountsTaken(lines, matches, column)]);
		const done = await keep(context, of, {
			...input,
			now: over(of.bookYear, 'now'),
			before: over(of.bookYear - 1, 'before'),
			source: 'sheet'
		});
		await remember(context, read);
		await tx.delete(statementUploads).where(eq(statementUploads.id, upload.id));
		return done;
	}
});

/** Whose accounts are meant. @throws Refusal missing, closed, or a year that has not begun */
async function subjectOf({ tx, actor, now }: Context, { caseId, subject, bookYear }: OfYear) {
	const reader = readerOf(tx);
	const today = dayOf(now, found(await ownOffice(reader, actor)).zone);
	const patient = await caseOf(reader, actor, caseId);
	if (patient.closedAt !== null) throw new Refusal('cases.closed');
	const cooperative = await identityOf(reader, actor, patient.cooperativeId, today);
	if (!subjectsOf(cooperative).includes(subject)) throw new Refusal('examinations.noSavingsUnit');
	if (bookYear > Number(today.slice(0, 4))) throw new Refusal('examinations.bookYearAhead', { bookYear });
	return { cooperativeId: cooperative.id, subject, bookYear };
}

interface Given extends Seen {
	readonly now: AccountAmounts;
	readonly before: AccountAmounts;
	readonly source: StatementSource;
}

async function keep(context: Context, of: Awaited<ReturnType<typeof subjectOf>>, given: Given) {
	const { tx, actor } = context;
	// Whoever keeps accounts of one cooperative takes turns: only then does the look at the newest version hold.
	await tx.execute(
		sql`select pg_advisory_xact_lock(hashtextextended(${`examinations.statement.${of.cooperativeId}.${of.subject}`}, 0))`
	);
	const { bookYear } = of;
	const newest = await statementsOf(tx, actor, { ...of, bookYears: [bookYear, bookYear - 1] });
	refuseUnseen(newest.get(bookYear), given.seen);
	refuseUnseen(newest.get(bookYear - 1), given.seenBefore);
	if (!given.sure) await askAgain(context, of, given, [...newest.values()]);
	const versions = [
		await newVersion(context, of, { bookYear, amounts: given.now, newest: newest.get(bookYear), source: given.source }),
		await newVersion(context, of, {
			bookYear: bookYear - 1,
			amounts: given.before,
			newest: newest.get(bookYear - 1),
			source: given.source
		})
	];
	return { bookYear, subject: of.subject, version: versions[0] ?? 0, versionBefore: versions[1] ?? 0 };
}

/** Somebody else kept a newer version while this one was being filled in: it is not written over unseen. */
function refuseUnseen(newest: Statement | undefined, seen: number): void {
	if (newest && newest.version !== seen)
		throw new Refusal('examinations.statementChanged', { bookYear: newest.bookYear, by: newest.byName });
}

async function askAgain(
	{ tx, actor }: Context,
	of: { cooperativeId: string; bookYear: number; subject: ExaminationSubject },
	given: Given,
	kept: readonly Statement[]
) {
	const registered = of.subject === 'whole' ? await registeredFigures(tx, actor, of.cooperativeId, of.bookYear) : null;
	const known = [...kept.map(({ amounts }) => balanceOf(amounts).assets), registered?.figures.get('totalAssets') ?? 0n];
	const doubt = statementDoubt([given.now, given.before], known);
	if (doubt) throw new BadInput({ sure: doubt === 'tinyAssets' ? 'assetsTiny' : 'assetsFarFromBefore' });
}

interface Version {
	readonly bookYear: number;
	readonly amounts: AccountAmounts;
	readonly newest: Statement | undefined;
	readonly source: StatementSource;
}

/** What says the same as the newest version, or says nothing where there was none, makes no new one. */
async function newVersion(
	{ tx, actor, now }: Context,
	of: { cooperativeId: Id<'Cooperative'>; subject: ExaminationSubject },
	{ bookYear, amounts, newest, source }: Version
): Promise<number | null> {
	if (newest ? isSame(newest.amounts, amounts) : amounts.size === 0) return newest?.version ?? null;
	const version = (newest?.version ?? 0) + 1;
	await tx.insert(financialStatements).values({
		id: newId<'FinancialStatement'>(),
		officeId: actor.officeId as Id<'Office'>,
		cooperativeId: of.cooperativeId,
		subject: of.subject,
		bookYear,
		version,
		amounts: amountsKept(amounts),
		source,
		at: now,
		by: actor.id,
		byName: await nameOf(tx, actor)
	});
	return version;
}

/** What a person said of a name holds for the next file of the office. Sums are left out anyway. */
async function remember({ tx, actor, now }: Context, { lines, matches }: Matched): Promise<void> {
	const said = new Map(
		lines.filter(({ isTotal }) => !isTotal).map(({ key, label }) => [labelKey(label), matches.get(key)?.code ?? null])
	);
	said.delete('');
	if (said.size === 0) return;
	await tx
		.insert(accountMatches)
		.values(
			[...said].map(([label, account]) => ({
				officeId: actor.officeId as Id<'Office'>,
				label,
				account,
				at: now,
				by: actor.id
			}))
		)
		.onConflictDoUpdate({
			target: [accountMatches.officeId, accountMatches.label],
			set: { account: sql`excluded.account`, at: sql`excluded.at`, by: sql`excluded.by` }
		});
}
