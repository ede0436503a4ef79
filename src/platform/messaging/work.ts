import { newId } from '../ids.ts';
import { jobWork } from '../jobs/job.ts';
import { Refusal } from '../refusal.ts';
import type { Channels, Handing, Letter } from './channel.ts';
import { beginSending, recordSending } from './commands.ts';
import { deliverMessage } from './outbox.ts';
import { letterOf } from './reads.ts';

/**
 * Hands one message to its channel. It is written down as handed over before it is, so that whoever finds it in between
 * (after a crash, or a second time in line) leaves it alone: at most one goes out.
 */
export const deliveryWork = (channels: () => Channels) =>
	jobWork({
		kind: deliverMessage,
		needs: [beginSending.needs],
		run: async (running, { messageId, turn }) => {
			const { go } = await running.perform(beginSending, { messageId, turn }, newId()).catch(takenBack);
			if (!go) return;
			const letter = await running.read((reader) => letterOf(reader, running.actor, messageId));
			const handing = await hand(channels(), letter);
			await running.perform(recordSending, { messageId, turn, ...handing });
		}
	});

/** Taken back before its turn: nothing is left to do. */
function takenBack(problem: unknown): { go: boolean } {
	if (problem instanceof Refusal && problem.code === 'missing') return { go: false };
	throw problem;
}

function hand(channels: Channels, letter: (Letter & { channel: string }) | null): Promise<Handing> | Handing {
	// The person was erased meanwhile: nobody can read what should go out, or to whom.
	if (letter === null) return { outcome: 'never', why: 'erased' };
	const channel = [...channels.values()].find(({ name }) => name === letter.channel);
	return channel ? channel.hand(letter) : { outcome: 'never', why: 'noMailServer' };
}
