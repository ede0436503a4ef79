import { m } from '#messages';
import type { Attention, ChannelName, MessageState } from '#platform/messaging/message.ts';
import type { IconName } from '#ui/icons.ts';
import type { Tone } from '#ui/tone.ts';

/** What the stops' messages are for. */
export const messageKindWords: Readonly<Record<string, () => string>> = {
	'appointment.confirmed': m.outbox_kind_confirmed,
	'appointment.moved': m.outbox_kind_moved,
	'appointment.cancelled': m.outbox_kind_cancelled,
	'appointment.dayBefore': m.outbox_kind_day_before,
	'appointment.twoHours': m.outbox_kind_two_hours,
	'duties.digest': m.outbox_kind_duties,
	'cases.newAdviser': m.outbox_kind_new_adviser
};

export const channelWords: Readonly<Record<ChannelName, () => string>> = {
	email: m.outbox_channel_email,
	whatsapp: m.outbox_channel_whatsapp,
	slip: m.outbox_channel_slip
};
export const channelIcons: Readonly<Record<ChannelName, IconName>> = {
	email: 'mail',
	whatsapp: 'phone',
	slip: 'print'
};

export const messageStateWords: Readonly<Record<MessageState, () => string>> = {
	queued: m.outbox_state_queued,
	sent: m.outbox_state_sent,
	delivered: m.outbox_state_delivered,
	read: m.outbox_state_read,
	failed: m.outbox_state_failed,
	byHand: m.outbox_state_by_hand,
	uncertain: m.outbox_state_uncertain
};

const attentionLooks = {
	late: { word: m.outbox_late, tone: 'bad', icon: 'alert' },
	failed: { word: m.outbox_state_failed, tone: 'bad', icon: 'x' },
	uncertain: { word: m.outbox_state_uncertain, tone: 'bad', icon: 'alert' },
	sending: { word: m.outbox_sending, tone: 'still', icon: 'refresh' },
	missed: { word: m.outbox_missed, tone: 'still', icon: 'clock' },
	toDo: { word: m.outbox_to_send, tone: 'warn', icon: 'clock' }
} as const satisfies Partial<Record<Attention, { word: () => string; tone: Tone; icon: IconName }>>;

/** How a message stands, as a chip says it. */
export function messageLook({ state, attention }: { state: MessageState; attention: Attention }) {
	if (attention !== 'fine') return attentionLooks[attention];
	if (state === 'queued') return { word: m.outbox_waiting, tone: 'plain', icon: 'clock' } as const;
	return { word: messageStateWords[state], tone: 'good', icon: 'check' } as const;
}

/** Why the last try came to nothing, in words where the reason is ours to name. */
export function failureWords(failure: string): string {
	const known: Readonly<Record<string, () => string>> = {
		tooLate: m.outbox_failure_too_late,
		erased: m.outbox_failure_erased,
		noMailServer: m.outbox_failure_no_server
	};
	return known[failure]?.() ?? m.outbox_failure_server({ answer: failure });
}
