import { describe, expect, it } from 'vitest';
import { channelFor, mailLink, nextTry, standingOf, usuallyLateAt, whatsappLink } from '#platform/messaging/message.ts';

const now = new Date('2026-03-02T02:00:00Z');
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000);

describe('the channel of a message', () => {
	const email = 'ketua@koperasi.contoh.id';
	const phone = '0812 3456 7890';
	it.each([
		[{ email, phone }, true, 'email'],
		[{ email, phone }, false, 'whatsapp'],
		[{ email, phone: null }, false, 'email'],
		[{ email: null, phone }, true, 'whatsapp'],
		[{ email: null, phone: null }, true, 'slip']
	] as const)('%o, mail server %s: %s', (to, server, channel) =>
		expect(channelFor(to, server)).toMatchObject({ channel })
	);
});

it('is tried again after longer and longer pauses, and at last not any more', () => {
	const minutes = [1, 2, 3, 4, 5, 6].map((tries) => {
		const next = nextTry(tries, now);
		return next && (next.getTime() - now.getTime()) / 60_000;
	});
	expect(minutes).toEqual([1, 5, 30, 120, 360, null]);
});

it.each([
	['queued', before(-1), null, 'fine'],
	['queued', before(0), null, 'toDo'],
	['queued', before(29.9), null, 'toDo'],
	['queued', before(30), null, 'late'],
	['queued', before(120), null, 'missed'],
	['uncertain', before(5), before(1.9), 'sending'],
	['uncertain', before(5), before(2), 'uncertain'],
	['failed', before(5), before(2), 'failed'],
	['sent', before(500), before(2), 'fine'],
	['byHand', before(500), null, 'fine']
] as const)('%s, due %s: asks for %s', (state, dueAt, triedAt, attention) =>
	expect(
		standingOf(
			{ state, dueAt, lateAt: usuallyLateAt(dueAt), uselessAt: new Date(dueAt.getTime() + 7_200_000), triedAt },
			now
		)
	).toBe(attention)
);

it('opens WhatsApp and the mail program with the text written, whatever stands in it', () => {
	const text = 'Besok pukul 09.00 & bawa akta?\nSalam #1';
	const links = ['0812-3456 7890', '+62 812 3456 7890', '0062 812 3456 7890'].map((phone) => whatsappLink(phone, text));
	expect(new Set(links).size).toBe(1);
	const { hostname, pathname, searchParams } = new URL(links[0]!);
	expect([hostname, pathname, searchParams.get('text')]).toEqual(['wa.me', '/6281234567890', text]);
	const letter = new URL(mailLink('a+b@c.id', 'Janji & temu', text));
	expect([decodeURIComponent(letter.pathname), letter.searchParams.get('body')]).toEqual(['a+b@c.id', text]);
});
