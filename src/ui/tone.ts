/** What a thing means, never what it is: the words belong to whoever uses it. */
export const toneClass = {
	plain: 'tone-plain',
	house: 'tone-house',
	good: 'tone-good',
	warn: 'tone-warn',
	bad: 'tone-bad',
	still: 'tone-still'
} as const;

export type Tone = keyof typeof toneClass;
