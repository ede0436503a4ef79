/** The pages of a question, in order; each asks one thing. */
export const askingSteps = ['question', 'cooperative', 'who', 'contact', 'files'] as const;
export type AskingStep = (typeof askingSteps)[number];

/** open: the name stands with the question; anonymous: nobody is asked for one. */
export const identities = ['open', 'anonymous'] as const;
export type Identity = (typeof identities)[number];

/** What has been typed of a question that is not sent yet. */
export interface AskingDraft {
	readonly body: string | null;
	readonly cooperativeSaid: string | null;
	readonly identity: Identity | null;
	readonly name: string | null;
	readonly capacity: string | null;
	readonly phone: string | null;
	readonly email: string | null;
	readonly done: readonly AskingStep[];
}

/** Whoever stays without a name is asked for no number either. */
export const stepsFor = (draft: Pick<AskingDraft, 'identity'> | null): readonly AskingStep[] =>
	draft?.identity === 'anonymous' ? askingSteps.filter((step) => step !== 'contact') : askingSteps;

export const isStep = (text: string): text is AskingStep => (askingSteps as readonly string[]).includes(text);

/** The page after this one, null after the last. */
export function stepAfter(draft: Pick<AskingDraft, 'identity'>, step: AskingStep): AskingStep | null {
	const steps = stepsFor(draft);
	return steps[steps.indexOf(step) + 1] ?? null;
}

/** The first page that has not been filled in, null when the question can be looked over and sent. */
export const firstOpen = (draft: AskingDraft | null): AskingStep | null =>
	stepsFor(draft).find((step) => !(draft?.done ?? []).includes(step)) ?? null;

/** How long a question that was begun and not sent is kept. */
export const draftDays = 7;

/** How long a sent question can be opened by its link, code and PIN. */
export const openDays = 730;
