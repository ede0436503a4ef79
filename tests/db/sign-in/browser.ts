import type { SignInAnswer } from '#platform/sign-in/sign-in.ts';
import type { Visitor } from '#platform/sign-in/visitor.ts';

export const goodPassword = 'kucing hitam naik sepeda';
export const begin = new Date('2026-03-02T01:00:00Z');
export const after = (seconds: number) => new Date(begin.getTime() + seconds * 1000);

/** Someone at a browser, seen from an address at a moment, with the cookies the browser holds. */
export const visitor = (address: string, now = begin, cookie = ''): Visitor => ({
	address,
	now,
	cookie,
	userAgent: 'test',
	origin: 'http://localhost:3000'
});

/** What an answer asks the browser to keep. */
export const setCookiesOf = (answer: SignInAnswer): readonly string[] =>
	'setCookies' in answer ? answer.setCookies : [];

/** The cookies a browser holds after an answer. */
export function cookieOf(answer: SignInAnswer, before = ''): string {
	const jar = new Map(
		before
			.split('; ')
			.filter(Boolean)
			.map((pair) => [pair.slice(0, pair.indexOf('=')), pair])
	);
	for (const line of setCookiesOf(answer)) {
		const pair = line.split(';')[0]!;
		const name = pair.slice(0, pair.indexOf('='));
		if (/max-age=0/i.test(line)) jar.delete(name);
		else jar.set(name, pair);
	}
	return [...jar.values()].join('; ');
}
