import { describe, expect, it } from 'vitest';
import { watchOf } from '#ui/idle.ts';

describe('an unwatched screen', () => {
	it.each([
		// The server locks after 15 minutes; the screen covers itself a minute earlier and warns two minutes before that.
		[0, 15, 'open'],
		[719, 15, 'open'],
		[720, 15, 'warning'],
		[839, 15, 'warning'],
		[840, 15, 'locked'],
		// Five minutes: covered after four, too short for a warning.
		[239, 5, 'open'],
		[240, 5, 'locked'],
		[181, 6, 'warning'],
		// One minute: three quarters of it.
		[44, 1, 'open'],
		[45, 1, 'locked']
	])('after %i s of %i minutes is %s', (seconds, minutes, watch) => expect(watchOf(seconds, minutes)).toBe(watch));
});
