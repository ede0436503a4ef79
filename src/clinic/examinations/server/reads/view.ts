import { caseOf } from '#clinic/cases/server/reads.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { may, type Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { findInstrument } from '../../catalogue.ts';
import type { Explanation } from '../../explain.ts';
import { liftingOf, slidersOf, type Tryable } from '../../lift/try.ts';
import { readingsUsed } from '../../readings.ts';
import { explainKept } from '../../record.ts';
import { goalsOf } from '../../goals.ts';
import type { ExaminationResult } from '../../score.ts';
import { trendsOf } from '../../trends.ts';
import { isOlderThanTheLaw } from '../../which-instrument.ts';
import { vitalsOf } from '../../vitals.ts';
import { examinationOf, examinationsUntil, gradingOf, type Examined } from '../reads.ts';
import { positionOf } from './peers.ts';

/** How many examinations a trend is drawn from. */
const trendOf = 10;

/** One examination with all that its page shows, as it was kept. @throws Refusal missing */
export async function examinationView(reader: Reader, actor: Actor, id: string, now: Date) {
	const examined = await examinationOf(reader, actor, id);
	const office = found(await ownOffice(reader, actor));
	const today = dayOf(now, office.zone);
	const cooperative = await identityOf(reader, actor, examined.cooperativeId, today);
	const instrument = findInstrument(examined.instrument, examined.version);
	const patient = examined.caseId === null ? null : await caseOf(reader, actor, examined.caseId);
	const history = await examinationsUntil(reader, actor, examined, trendOf);
	const lifting = liftingOf(examined);
	const { subject, standing, bookYear, result, total, category, overrideReason, note, at, by, byName } = examined;
	return {
		subject: cooperative.name,
		office: office.name,
		caseId: patient?.id ?? null,
		mayExamine: patient?.closedAt === null && may(actor, 'examination.record'),
		/** The diagnosis is what comes next. */
		mayDiagnose: patient?.stage === 'examination' && may(actor, 'diagnosis.record'),
		cooperative,
		examined: {
			id: examined.id,
			/** The cooperative as a whole, or its savings unit. */
			subject,
			standing,
			bookYear,
			result: outlineOf(result),
			/** Of a benchmark, which has goals and no total. */
			goals: goalsOf(result),
			total,
			category,
			overrideReason,
			note,
			at,
			by,
			byName
		},
		instrument: instrument && {
			title: instrument.title,
			regulation: instrument.regulation,
			validity: instrument.validity,
			edges: instrument.edges,
			categoriesCertainty: instrument.categoriesCertainty
		},
		olderThanTheLaw: instrument !== null && isOlderThanTheLaw(instrument, bookYear),
		/** How what the field reads in more than one way was read. */
		readings: instrument ? readingsUsed(instrument, examined.readings) : [],
		explanations: explainKept(examined)?.map(sentOnce) ?? null,
		vitals: vitalsOf(history),
		/** Every indicator over the years, by `aspect.component`. */
		trends: trendsOf(history),
		position: await positionOf(reader, actor, examined, cooperative.kind),
		lifting,
		/** What can be tried with other figures; null where nothing would come of it. */
		trying: lifting?.outcome === 'found' ? { record: tryable(examined), sliders: slidersOf(examined) } : null,
		grading: await gradingOf(reader, actor, cooperative.id, today)
	};
}

/** An explanation names its code and source itself; a hundred of them named twice weigh on a slow line. */
const sentOnce = (explanation: Explanation): Explanation =>
	({ ...explanation, result: { ...explanation.result, code: '', source: '' } }) as Explanation;

/** What the page shows of a result itself; the rest stands in the explanations, and would be sent twice. */
const outlineOf = ({ instrument, version, aspects }: ExaminationResult) => ({
	instrument,
	version,
	aspects: aspects.map(({ code, score, components }) => ({
		code,
		score,
		components: components.map((component) => ({
			code: component.code,
			weight: 'weight' in component ? (component.weight ?? null) : null
		}))
	}))
});

const tryable = ({ instrument, version, figures, answers, readings }: Examined): Tryable => ({
	instrument,
	version,
	figures,
	answers,
	readings
});

export type ExaminationView = Awaited<ReturnType<typeof examinationView>>;
