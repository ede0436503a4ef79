import type { ChannelName, MailHeaders } from './message.ts';

/** A message opened for the moment of its sending. */
export interface Letter {
	/** The message's own id: what a channel sends along, so that reports and repeats can be told apart. */
	readonly id: string;
	readonly address: string;
	readonly toName: string;
	readonly fromName: string;
	readonly subject: string;
	readonly body: string;
	/** Of an e-mail that belongs to a thread. */
	readonly mail?: MailHeaders | null;
}

/**
 * What came of handing a letter over. Only what the other side has surely not taken may be tried again: `unsure` says
 * that it may have arrived.
 */
export type Handing =
	| {
			readonly outcome: 'sent';
			/** Under which id the provider reports on it later. */
			readonly providerId: string | null;
	  }
	| { readonly outcome: 'notNow'; readonly why: string }
	| { readonly outcome: 'never'; readonly why: string }
	| { readonly outcome: 'unsure'; readonly why: string };

/** A way out of the house that needs no person. Channels without one are sent by hand. */
export interface Channel {
	readonly name: ChannelName;
	hand(letter: Letter): Promise<Handing>;
}
/** The channels that this process has. */
export type Channels = ReadonlyMap<ChannelName, Channel>;
