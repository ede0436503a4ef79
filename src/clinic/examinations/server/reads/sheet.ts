import { caseOf } from '#clinic/cases/server/reads.ts';
import { mayFollow, staysIn } from '#clinic/cases/journey.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { may, type Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import type { AmountUnit } from '../../amounts.ts';
import { beginningOf } from '../../before.ts';
import { findInstrument, instruments } from '../../catalogue.ts';
import { knownClass } from '../../known-class.ts';
import { readingsFor } from '../../readings.ts';
import { askedSeparately } from '../../figure-sources.ts';
import { sheetOf } from '../../sheet.ts';
import { examineeOf, subjectsOf } from '../../subject.ts';
import { whichInstrument } from '../../which-instrument.ts';
import { examinationsOfCase, figuresBefore, lastExaminations, registeredFigures } from '../reads.ts';
import { mayFinaliseToday } from './official.ts';
import { chosenReadings } from './readings.ts';
import { statementFor } from './statements.ts';

export interface SheetAsked {
	readonly caseId: string;
	readonly now: Date;
	/** Null: the book year that ended last. */
	readonly bookYear: number | null;
	readonly unit: AmountUnit;
	/** Another instrument than the one in force, by its code. */
	readonly instrument: string | null;
	/** The savings unit inside the cooperative; another text, or a cooperative without one, is the whole. */
	readonly subject?: string | null;
	/** True begins with an empty sheet. */
	readonly empty: boolean;
}

/** The first book year that the form offers. */
const firstBookYear = 2009;

/** All that the form of a case's next examination shows. @throws Refusal missing */
export async function examinationSheet(reader: Reader, actor: Actor, asked: SheetAsked) {
	const today = dayOf(asked.now, found(await ownOffice(reader, actor)).zone);
	const year = Number(today.slice(0, 4));
	const patient = await caseOf(reader, actor, asked.caseId);
	const cooperative = await identityOf(reader, actor, patient.cooperativeId, today);
	const bookYear =
		asked.bookYear !== null && asked.bookYear >= firstBookYear && asked.bookYear <= year ? asked.bookYear : year - 1;
	const subjects = subjectsOf(cooperative);
	const subject = subjects.find((one) => one === asked.subject) ?? 'whole';
	const choice = whichInstrument(examineeOf(cooperative, subject), bookYear);
	const instrument = (asked.instrument === null ? null : findInstrument(asked.instrument)) ?? choice.instrument;
	const sheet = instrument && sheetOf(instrument);
	const [last] = await lastExaminations(reader, actor, cooperative.id, 1, subject);
	const registered = subject === 'whole' ? await registeredFigures(reader, actor, cooperative.id, bookYear) : null;
	const readings = instrument ? readingsFor(instrument, {}, await chosenReadings(reader, actor, instrument.code)) : {};
	const statement = await statementFor(reader, actor, { cooperativeId: cooperative.id, subject, bookYear });
	const done = await examinationsOfCase(reader, actor, patient.id);
	return {
		name: cooperative.name,
		cooperativeId: cooperative.id,
		mayEditRegister: may(actor, 'register.edit'),
		subject,
		subjects,
		/** KUK, with what decided it. */
		businessClass: knownClass(cooperative),
		case: { id: patient.id, number: patient.number, stage: patient.stage, isClosed: patient.closedAt !== null },
		mayNow: staysIn(patient.stage, 'examination') || mayFollow(patient.stage, 'examination'),
		mayFinalise: await mayFinaliseToday(reader, actor, cooperative.id, today),
		bookYear,
		bookYears: Array.from({ length: year - firstBookYear + 1 }, (_, place) => year - place),
		unit: asked.unit,
		choice: choice.instrument
			? { inForce: choice.instrument.code, olderThanTheLaw: choice.olderThanTheLaw }
			: { reason: choice.reason },
		instrument: instrument && {
			code: instrument.code,
			version: instrument.version,
			title: instrument.title,
			isInForce: instrument === choice.instrument
		},
		others: instruments.filter((other) => other !== choice.instrument).map(({ code, title }) => ({ code, title })),
		sheet,
		begun:
			sheet && !asked.empty
				? beginningOf(sheet, { unit: asked.unit, readings, last: last ?? null, registered, bookYear, statement })
				: { figures: {}, answers: {}, readings },
		/** Where the chart of accounts fits: it is that of savings and loan. */
		mayUseStatement: instrument?.kinds.includes('savingsAndLoan') ?? false,
		hasStatement: statement !== null,
		separately: sheet && statement ? askedSeparately(sheet) : {},
		/** For the look at units while typing. */
		before: await figuresBefore(reader, actor, cooperative.id, bookYear, subject),
		done: done.map(({ id, subject: what, at, bookYear: of, standing, total, category }) => ({
			id,
			subject: what,
			at,
			bookYear: of,
			standing,
			total,
			category
		}))
	};
}
export type ExaminationSheet = Awaited<ReturnType<typeof examinationSheet>>;
