import { describe, expect, it } from 'vitest';
import { isLocked } from '#platform/sign-in/session.ts';
import { networkOf } from '#platform/throttle.ts';

const at = new Date('2026-03-02T01:00:00Z');
const later = (seconds: number) => new Date(at.getTime() + seconds * 1000);

describe('a screen', () => {
	it('locks after the idle minutes, not with the last of them', () => {
		expect(isLocked({ lockedAt: null, lastActiveAt: at }, 15, later(900))).toBe(false);
		expect(isLocked({ lockedAt: null, lastActiveAt: at }, 15, later(900.001))).toBe(true);
	});

	it('is locked once someone has locked it', () => {
		expect(isLocked({ lockedAt: at, lastActiveAt: at }, 15, at)).toBe(true);
	});
});

describe('a network', () => {
	it.each([
		['203.0.113.7', '203.0.113.7'],
		['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
		['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
		['::1', '0:0:0:0::/64'],
		['fe80::1', 'fe80:0:0:0::/64']
	])('of %s is %s', (address, network) => expect(networkOf(address)).toBe(network));
});
