import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import type { Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { findInstrument } from '../../catalogue.ts';
import { explainKept } from '../../record.ts';
import { isOlderThanTheLaw } from '../../which-instrument.ts';
import { vitalsOf } from '../../vitals.ts';
import { examinationOf, examinationsUntil, gradingOf } from '../reads.ts';

/** How many examinations a trend is drawn from. */
const trendOf = 10;

/** One examination with all that its page shows, as it was kept. @throws Refusal missing */
export async function examinationView(reader: Reader, actor: Actor, id: string, now: Date) {
	const examined = await examinationOf(reader, actor, id);
	const office = found(await ownOffice(reader, actor));
	const today = dayOf(now, office.zone);
	const cooperative = await identityOf(reader, actor, examined.cooperativeId, today);
	const instrument = findInstrument(examined.instrument, examined.version);
	const { standing, bookYear, result, total, category, overrideReason, note, at, byName, caseId } = examined;
	return {
		subject: cooperative.name,
		office: office.name,
		cooperative: { id: cooperative.id, name: cooperative.name, registryNumber: cooperative.registryNumber },
		examined: {
			id: examined.id,
			caseId,
			standing,
			bookYear,
			result,
			total,
			category,
			overrideReason,
			note,
			at,
			byName
		},
		instrument: instrument && {
			title: instrument.title,
			regulation: instrument.regulation,
			validity: instrument.validity,
			categoriesSource: instrument.categoriesSource,
			categoriesCertainty: instrument.categoriesCertainty
		},
		olderThanTheLaw: instrument !== null && isOlderThanTheLaw(instrument, bookYear),
		explanations: explainKept(examined),
		vitals: vitalsOf(await examinationsUntil(reader, actor, examined, trendOf)),
		grading: await gradingOf(reader, actor, cooperative.id, today)
	};
}
export type ExaminationView = Awaited<ReturnType<typeof examinationView>>;
