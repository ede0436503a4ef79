import { identityOf, type Identity } from '#clinic/cooperatives/server/reads/identity.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { letterheadOf } from '#clinic/papers/server/reads.ts';
import type { Letterhead } from '#clinic/papers/letterhead.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf, type Day } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { findInstrument } from '../../catalogue.ts';
import type { Explanation } from '../../explain.ts';
import type { Instrument } from '../../instrument.ts';
import { explainKept } from '../../record.ts';
import { isOlderThanTheLaw } from '../../which-instrument.ts';
import { examinationOf, examinationsUntil, type Examined } from '../reads.ts';
import { chairOf, letterFor, signerOf, type Official } from '../reads/official.ts';

/** All that the papers of one examination are made of, as it stands on the day that they are drafted. */
export interface PaperSubject {
	readonly examined: Examined;
	/** The day of the examination in the office's zone. */
	readonly examinedOn: Day;
	readonly cooperative: Identity;
	readonly letterhead: Letterhead;
	readonly officeName: string;
	readonly instrument: Instrument | null;
	readonly isOlderThanTheLaw: boolean;
	readonly explanations: readonly Explanation[];
	/** The examination before it by the same instrument and of the same subject. */
	readonly before: Examined | null;
	readonly examiner: Official | { readonly name: string; readonly title: null };
	readonly letter: { readonly number: string; readonly datedOn: Day } | null;
	readonly chair: string | null;
}

/** @throws Refusal missing */
export async function paperSubject(
	reader: Reader,
	actor: Actor,
	examinationId: string,
	now: Date
): Promise<PaperSubject> {
	const examined = await examinationOf(reader, actor, examinationId);
	const office = found(await ownOffice(reader, actor));
	const today = dayOf(now, office.zone);
	const examinedOn = dayOf(examined.at, office.zone);
	const cooperative = await identityOf(reader, actor, examined.cooperativeId, today);
	const instrument = findInstrument(examined.instrument, examined.version);
	const [, ...earlier] = await examinationsUntil(reader, actor, examined, 10);
	return {
		examined,
		examinedOn,
		cooperative,
		letterhead: await letterheadOf(reader, actor, today),
		officeName: office.name,
		instrument,
		isOlderThanTheLaw: instrument !== null && isOlderThanTheLaw(instrument, examined.bookYear),
		explanations: explainKept(examined) ?? [],
		before:
			earlier.find(
				(one) => one.instrument === examined.instrument && one.subject === examined.subject && one.total !== null
			) ?? null,
		examiner: (await signerOf(reader, actor, examined.by)) ?? { name: examined.byName, title: null },
		letter: await letterFor(reader, actor, { staffId: examined.by, cooperativeId: cooperative.id, on: examinedOn }),
		chair: await chairOf(reader, actor, cooperative.id, today)
	};
}
