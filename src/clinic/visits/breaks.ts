/** How long a break may be, in minutes. */
export const breakLengths = [10, 20, 30] as const;

export type RoomState = 'open' | 'break' | 'closed';

/** What a room is doing: closed in the settings, or closed for today, or on a break that its officer ends by hand. */
export function roomState(isOpen: boolean, duty: { readonly state: 'break' | 'off' } | null): RoomState {
	if (!isOpen || duty?.state === 'off') return 'closed';
	return duty ? 'break' : 'open';
}
