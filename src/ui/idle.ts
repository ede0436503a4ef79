/** Told to the window when the server refused something because the screen is locked. */
export const screenLocked = 'klinik:screen-locked';

export type Watch = 'open' | 'warning' | 'locked';

/**
 * How an unwatched screen stands after some seconds without a hand on it. The screen covers itself a minute before the
 * server locks, which hears of a hand once a minute only; it warns two minutes ahead where there is time for that.
 */
export function watchOf(idleSeconds: number, minutes: number): Watch {
	const lockAt = Math.max(minutes * 60 - 60, minutes * 45);
	if (idleSeconds >= lockAt) return 'locked';
	return lockAt > 240 && idleSeconds >= lockAt - 120 ? 'warning' : 'open';
}
