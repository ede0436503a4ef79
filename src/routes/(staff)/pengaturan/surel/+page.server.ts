import { dropMailbox, keepMailbox } from '#clinic/consultations/server/commands/mail.ts';
import { ownMailbox } from '#clinic/consultations/server/reads/mailbox.ts';
import { hasMailServer } from '#platform/messaging/channels.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('office.manage', async ({ reader, actor, event }) => ({
	mailbox: await ownMailbox(reader, actor),
	sends: hasMailServer(),
	zone: event.locals.zone
}));

export const actions = { simpan: act(keepMailbox), lepas: act(dropMailbox) };
