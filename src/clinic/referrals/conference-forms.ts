import * as v from 'valibot';
import { oneOf, optionalDay, optionalText, requiredDay, requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { agendaOf, mostAgendaItems, mostTasks, stances } from './conference.ts';

/** One point of the agenda a line. */
const agenda = () =>
	v.pipe(
		requiredText(3000),
		v.transform(agendaOf),
		v.minLength(1, 'required'),
		v.maxLength(mostAgendaItems, `tooManyLines:${mostAgendaItems}`)
	);

/** One name a line, with what the person is there for behind a comma: "Ida Bagus Mantra, Dekopinda". */
const outsiders = () =>
	v.pipe(
		optionalText(1000),
		v.transform((text) =>
			agendaOf(text ?? '').map((line) => {
				const [name = '', ...rest] = line.split(',');
				return { name: name.trim(), capacity: rest.join(',').trim() || null };
			})
		)
	);

export const calledConference = v.object({
	caseId: idOf<'Case'>(),
	onDay: requiredDay(),
	startsAt: v.pipe(v.string('required'), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'notATime')),
	place: requiredText(120),
	question: requiredText(500),
	agenda: agenda(),
	staffIds: v.pipe(v.optional(v.array(idOf<'Staff'>()), []), v.minLength(1, 'noParticipant')),
	outsiders: outsiders()
});

/** A row without its words is left out. */
const task = () =>
	v.pipe(
		v.object({ what: optionalText(300), who: optionalText(120), dueOn: optionalDay() }),
		v.forward(
			v.partialCheck([['what'], ['who']], ({ what, who }) => what === null || who !== null, 'required'),
			['who']
		),
		v.forward(
			v.partialCheck([['what'], ['dueOn']], ({ what, dueOn }) => what === null || dueOn !== null, 'required'),
			['dueOn']
		)
	);

export const heldConference = v.object({
	conferenceId: idOf<'Conference'>(),
	positions: v.array(
		v.object({ participantId: idOf<'Participant'>(), stance: oneOf(stances), words: optionalText(600) })
	),
	decision: requiredText(1500),
	tasks: v.pipe(
		v.optional(v.array(task()), []),
		v.transform((rows) => rows.flatMap(({ what, who, dueOn }) => (what && who && dueOn ? [{ what, who, dueOn }] : []))),
		v.maxLength(mostTasks, `tooManyActions:${mostTasks}`)
	)
});

export const cancelledConference = v.object({ conferenceId: idOf<'Conference'>(), why: requiredText(300) });
export const conferenceNamed = v.object({ conferenceId: idOf<'Conference'>() });
