import { m } from '#messages';
import type { IconName } from '#ui/icons.ts';
import type { Tone } from '#ui/tone.ts';
import type { ClockKind } from '../clocks.ts';
import type { ThreadEventKind } from '../server/tables.ts';
import type { Channel, Tab, ThreadState, Writing } from '../thread.ts';

export const channelWords: Readonly<Record<Channel, () => string>> = {
	web: m.consultations_channel_web,
	email: m.consultations_channel_email,
	phone: m.consultations_channel_phone,
	letter: m.consultations_channel_letter,
	inPerson: m.consultations_channel_in_person
};
export const channelIcons: Readonly<Record<Channel, IconName>> = {
	web: 'globe',
	email: 'mail',
	phone: 'phone',
	letter: 'document',
	inPerson: 'person'
};

export const stateWords: Readonly<Record<ThreadState, () => string>> = {
	new: m.consultations_state_new,
	forwarded: m.consultations_state_forwarded,
	drafted: m.consultations_state_drafted,
	answered: m.consultations_state_answered,
	closed: m.consultations_state_closed
};
export const stateTones: Readonly<Record<ThreadState, Tone>> = {
	new: 'house',
	forwarded: 'plain',
	drafted: 'warn',
	answered: 'good',
	closed: 'still'
};

export const tabWords: Readonly<Record<Tab, () => string>> = {
	mine: m.consultations_tab_mine,
	unassigned: m.consultations_tab_unassigned,
	all: m.consultations_tab_all,
	closed: m.consultations_tab_closed
};
export const clockWords: Readonly<Record<ClockKind, () => string>> = {
	forward: m.consultations_clock_forward,
	answer: m.consultations_clock_answer,
	silence: m.consultations_clock_silence
};

export const pressureTones: Readonly<Record<'over' | 'soon' | 'later', Tone>> = {
	over: 'bad',
	soon: 'warn',
	later: 'plain'
};

interface About {
	readonly name: string;
	readonly about: string;
}
export const eventWords: Readonly<Record<ThreadEventKind, (of: About) => string>> = {
	opened: m.consultations_event_opened,
	assigned: m.consultations_event_assigned,
	forwarded: m.consultations_event_forwarded,
	drafted: m.consultations_event_drafted,
	sent: m.consultations_event_sent,
	replied: m.consultations_event_replied,
	snoozed: m.consultations_event_snoozed,
	woken: m.consultations_event_woken,
	paused: m.consultations_event_paused,
	resumed: m.consultations_event_resumed,
	linked: m.consultations_event_linked,
	unlinked: m.consultations_event_unlinked,
	visit: m.consultations_event_visit,
	case: m.consultations_event_case,
	warned: m.consultations_event_warned,
	machine: m.consultations_event_machine,
	bounced: m.consultations_event_bounced,
	otherSender: m.consultations_event_other_sender,
	closed: m.consultations_event_closed,
	closedBySilence: m.consultations_event_closed_by_silence,
	reopened: m.consultations_event_reopened
};

/** What an asker is told of the course of the own question. */
export const toldWords: Readonly<Partial<Record<ThreadEventKind, () => string>>> = {
	warned: m.asking_told_warned,
	closed: m.asking_told_closed,
	closedBySilence: m.asking_told_closed_by_silence,
	reopened: m.asking_told_reopened
};

export const askerName = (name: string | null): string => name ?? m.consultations_nameless();

export const writingWords: Readonly<Record<Writing, () => string>> = {
	note: m.consultations_write_note,
	reply: m.consultations_write_reply,
	forward: m.consultations_write_forward,
	draft: m.consultations_write_draft
};

/** The button of an answer: who gets it, and how. */
export const sendWords: Readonly<Record<Channel, (of: { name: string }) => string>> = {
	web: m.consultations_send_web,
	email: m.consultations_send_email,
	phone: m.consultations_send_phone,
	letter: m.consultations_send_letter,
	inPerson: m.consultations_send_in_person
};
