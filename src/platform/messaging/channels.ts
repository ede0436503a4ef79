import { settings } from '#env';
import type { Channels } from './channel.ts';
import { emailChannel } from './email.ts';

/** Whether e-mail goes out by itself here. */
export const hasMailServer = (): boolean => settings().SMTP_URL !== undefined;

/** The channels that the settings of this process open. */
export function ownChannels(): Channels {
	const { SMTP_URL, MAIL_FROM } = settings();
	return new Map(SMTP_URL && MAIL_FROM ? [['email', emailChannel({ url: SMTP_URL, from: MAIL_FROM })]] : []);
}
