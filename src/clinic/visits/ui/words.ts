import { m } from '#messages';
import type { IconName } from '#ui/icons.ts';
import type { Tone } from '#ui/tone.ts';
import type { Priority } from '../priority.ts';
import type { Service, TicketState, waitLength } from '../queue.ts';

export const serviceWords: Readonly<Record<Service, () => string>> = {
	guidance: m.visits_service_guidance,
	consultation: m.visits_service_consultation
};

export const serviceHints: Readonly<Record<Service, () => string>> = {
	guidance: m.visits_service_guidance_hint,
	consultation: m.visits_service_consultation_hint
};

export const ticketStateWords: Readonly<Record<TicketState, () => string>> = {
	expected: m.visits_state_expected,
	waiting: m.visits_state_waiting,
	called: m.visits_state_called,
	serving: m.visits_state_serving,
	parked: m.visits_state_parked,
	finished: m.visits_state_finished,
	absent: m.visits_state_absent,
	cancelled: m.visits_state_cancelled
};

export const ticketStateTones: Readonly<Record<TicketState, Tone>> = {
	expected: 'plain',
	waiting: 'plain',
	called: 'house',
	serving: 'house',
	parked: 'warn',
	finished: 'good',
	absent: 'still',
	cancelled: 'still'
};

export const priorityWords: Readonly<Record<Priority, () => string>> = {
	elderly: m.visits_priority_elderly,
	pregnant: m.visits_priority_pregnant,
	disabled: m.visits_priority_disabled,
	cameFar: m.visits_priority_came_far
};

export const priorityIcons: Readonly<Record<Priority, IconName>> = {
	elderly: 'person',
	pregnant: 'heart',
	disabled: 'wheelchair',
	cameFar: 'pin'
};

export const waitTones: Readonly<Record<ReturnType<typeof waitLength>, Tone>> = {
	fair: 'plain',
	long: 'warn',
	tooLong: 'bad'
};

interface Visitor {
	readonly cooperative: string | null;
	readonly person: string | null;
}

/** For whom somebody stands in the queue, in a line; who took a number at the kiosk has not said it yet. */
export const standsFor = ({ cooperative, person }: Visitor): string =>
	cooperative ?? (person === null ? m.visits_unknown_visitor() : m.visits_person_only({ name: person }));
