import { redirect } from '@sveltejs/kit';
import { recordAccess } from '#clinic/cases/server/commands.ts';
import { openCaseOf, timelineOf } from '#clinic/cases/server/reads.ts';
import { pulseOf } from '#clinic/cooperatives/pulse.ts';
import { mergeOf } from '#clinic/cooperatives/server/reads/duplicates.ts';
import { dutiesFor } from '#clinic/cooperatives/server/reads/calendar.ts';
import { identityOf, meetingsOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { sameCooperative } from '#clinic/cooperatives/server/reads/same.ts';
import { requestsOf } from '#clinic/cooperatives/server/reads/requests.ts';
import { diagnosesOf } from '#clinic/diagnoses/server/reads.ts';
import { lastExaminations, type Examined } from '#clinic/examinations/server/reads.ts';
import type { ExaminationResult } from '#clinic/examinations/score.ts';
import { findInstrument } from '#clinic/examinations/catalogue.ts';
import { knownClass } from '#clinic/examinations/known-class.ts';
import { savingsUnitOf } from '#clinic/examinations/server/reads/savings-unit.ts';
import { vitalsOf } from '#clinic/examinations/vitals.ts';
import { planOf } from '#clinic/treatments/server/reads.ts';
import { inQueueNow, visitsOf } from '#clinic/visits/server/reads.ts';
import { may } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { page } from '#platform/web/page.ts';
import { nextFor } from '../../kasus/next.ts';

/** How many examinations a trend looks back. */
const trend = 10;
/** What counts as contact with the office. */
const contacts: readonly string[] = ['visit.registered', 'session.recorded', 'followUp.done'];

export const load = page(
	'register.view',
	async ({ reader, actor, event }) => {
		const { now, zone } = event.locals;
		const today = dayOf(now, zone);
		const asked = event.params.id ?? '';
		const identity = await identityOf(reader, actor, asked, today);
		// A merged record answers at the address of the one that stays.
		if (identity.id !== asked.toLowerCase())
			redirect(307, `/register/${identity.id}?${new URLSearchParams({ digabung: asked })}`);
		const from = event.url.searchParams.get('digabung');
		const isSame = from && (await sameCooperative(reader, identity.id)).some(({ id }) => id === from);
		const open = await openCaseOf(reader, actor, identity.id);
		const milestones = await timelineOf(reader, actor, identity.id);
		const visits = await visitsOf(reader, actor, identity.id);
		const examinations = await lastExaminations(reader, actor, identity.id, trend);
		const contactOn = [
			...visits.map(({ issuedAt }) => dayOf(issuedAt, zone)),
			...milestones.filter(({ what }) => contacts.includes(what)).map(({ at }) => dayOf(at, zone))
		].reduce<string | null>((last, day) => (last === null || day > last ? day : last), null);
		return {
			identity,
			/** Come by the address of a record that was merged into this one. */
			merged: isSame ? await mergeOf(reader, actor, from, now) : null,
			contactOn,
			open,
			milestones,
			visits,
			meetings: await meetingsOf(reader, identity.id),
			duties: await dutiesFor(reader, actor, identity.id, today),
			requests: await requestsOf(reader, identity.id),
			examinations: examinations.map(brief),
			unit: await savingsUnitOf(reader, actor, identity),
			businessClass: knownClass(identity),
			instrument: examinations[0] ? (findInstrument(examinations[0].instrument)?.title ?? null) : null,
			vitals: vitalsOf(examinations.map(({ bookYear, result }) => ({ bookYear, result: result as ExaminationResult }))),
			beats: pulseOf({ meeting: identity.lastMeetingOn, report: identity.lastReportOn, contact: contactOn }, today),
			queue: (await inQueueNow(reader, actor, identity.id, today))[0]?.label ?? null,
			causes: open ? await diagnosesOf(reader, actor, open.id) : [],
			plan: open ? await planOf(reader, actor, open.id) : null,
			next: open ? await nextFor(reader, actor, { patient: open, identity, milestones, today }) : null,
			filter: event.url.searchParams.get('riwayat'),
			showAll: event.url.searchParams.has('semua'),
			mayRegister: may(actor, 'visit.register'),
			mayLink: may(actor, 'link.issue'),
			mayEdit: may(actor, 'register.edit'),
			today,
			zone
		};
	},
	// A chart with an open case opens the case file.
	{ deed: recordAccess, input: ({ open }) => open && { caseId: open.id } }
);

const brief = ({ id, caseId, instrument, bookYear, total, category, at, byName }: Examined) => ({
	id,
	caseId,
	instrument,
	bookYear,
	total,
	category,
	at,
	byName
});
