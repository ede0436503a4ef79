import { m } from '#messages';
import type { Tone } from '#ui/tone.ts';
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
	waiting: m.visits_state_waiting,
	called: m.visits_state_called,
	finished: m.visits_state_finished,
	absent: m.visits_state_absent
};

export const ticketStateTones: Readonly<Record<TicketState, Tone>> = {
	waiting: 'plain',
	called: 'house',
	finished: 'good',
	absent: 'still'
};

export const waitTones: Readonly<Record<ReturnType<typeof waitLength>, Tone>> = {
	fair: 'plain',
	long: 'warn',
	tooLong: 'bad'
};
