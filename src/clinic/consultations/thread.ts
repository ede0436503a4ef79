import type { ClockKind } from './clocks.ts';

/** How a question reached the office, and how an answer leaves it. */
export const channels = ['web', 'email', 'phone', 'letter', 'inPerson'] as const;
export type Channel = (typeof channels)[number];

/** Channels of which somebody at the desk writes down what was said. */
export const notedChannels = ['phone', 'letter', 'inPerson'] as const satisfies readonly Channel[];

/**
 * new: nobody has passed it on yet; forwarded: an officer is to answer; drafted: the officer's answer waits for the admin;
 * answered: the asker has it; closed.
 */
export const threadStates = ['new', 'forwarded', 'drafted', 'answered', 'closed'] as const;
export type ThreadState = (typeof threadStates)[number];

/** The deeds at a thread, each with the states from which it may be done. */
const mayBegin = {
	assign: ['new', 'forwarded', 'drafted', 'answered'],
	forward: ['new', 'forwarded', 'drafted', 'answered'],
	draft: ['forwarded', 'drafted'],
	send: ['new', 'forwarded', 'drafted', 'answered'],
	snooze: ['new', 'forwarded', 'drafted', 'answered'],
	pause: ['new', 'forwarded', 'drafted', 'answered'],
	close: ['new', 'forwarded', 'drafted', 'answered'],
	reopen: ['closed']
} as const satisfies Record<string, readonly ThreadState[]>;
export type ThreadDeed = keyof typeof mayBegin;

export const mayBe = (deed: ThreadDeed, state: ThreadState): boolean =>
	(mayBegin[deed] as readonly ThreadState[]).includes(state);

/** Where a thread stands after the asker has said something more: back with the admin, unless somebody is on it. */
export const afterAskerSpoke = (state: ThreadState): ThreadState =>
	state === 'forwarded' || state === 'drafted' ? state : 'new';

/** The clock that runs in a state, null where none does. */
export const clockOf: Readonly<Record<ThreadState, ClockKind | null>> = {
	new: 'forward',
	forwarded: 'answer',
	drafted: 'answer',
	answered: 'silence',
	closed: null
};

/** What a list shows of a first message. */
export const firstLine = (body: string, length = 90): string => {
	const line = body.replace(/\s+/g, ' ').trim();
	return line.length <= length ? line : `${line.slice(0, length - 1).replace(/\s+\S*$/, '')}…`;
};

export const tabs = ['mine', 'unassigned', 'all', 'closed'] as const;
export type Tab = (typeof tabs)[number];

/** What can be written at a thread: three kinds that look and are named unlike, so that none is taken for another. */
export const writings = ['note', 'reply', 'forward', 'draft'] as const;
export type Writing = (typeof writings)[number];

/** Names of the ways of writing in an address. */
export const writingPlaces: Readonly<Record<Writing, string>> = {
	note: 'catat',
	reply: 'balas',
	forward: 'teruskan',
	draft: 'draf'
};

/**
 * Which of them may be used in a state, and which stands open. A thread that is still in dispatch opens with the internal
 * note; only where an answer is what comes next does the page open with the answer.
 */
export function writingIn(
	state: ThreadState,
	asked: string | null,
	may: { readonly mayDispatch: boolean; readonly mayDraft: boolean }
): { readonly open: Writing; readonly offered: readonly Writing[] } {
	const offered = writings.filter((writing) => {
		if (writing === 'note') return true;
		if (writing === 'draft') return may.mayDraft && mayBe('draft', state);
		return may.mayDispatch && mayBe(writing === 'reply' ? 'send' : 'forward', state);
	});
	const usual = offered.includes('draft') ? 'draft' : state === 'drafted' && may.mayDispatch ? 'reply' : 'note';
	return { offered, open: offered.find((writing) => writingPlaces[writing] === asked) ?? usual };
}
