import { now } from './clock.ts';

const levels = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof levels)[number];

/** Facts for a line of the log: ids, names of routes and codes. Never a name, an address, a token or what a form sent. */
export type LogFacts = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** One line of JSON to the log, when LOG_LEVEL asks for its level. */
export function log(level: LogLevel, event: string, facts: LogFacts = {}): void {
	if (levels.indexOf(level) > levels.indexOf(threshold())) return;
	process.stdout.write(`${JSON.stringify({ time: now().toISOString(), level, event, ...facts })}\n`);
}

const threshold = (): LogLevel => levels.find((level) => level === process.env.LOG_LEVEL) ?? 'info';

/**
 * What went wrong, as far as it may be written down. The message of an error of the database or of a parser can quote
 * what a person typed: of those only the kind, the code and the place are kept.
 */
export function faultFacts(error: unknown): LogFacts {
	if (!(error instanceof Error)) return { fault: typeof error };
	const cause = error.cause instanceof Error ? error.cause : error;
	const quiet =
		cause !== error || ![Error, TypeError, ReferenceError, RangeError].some((kind) => cause.constructor === kind);
	return {
		fault: cause.name,
		code: text((cause as { code?: unknown }).code),
		constraint: text((cause as { constraint?: unknown }).constraint),
		message: quiet ? undefined : withoutQuotes(cause.message),
		at: places(error)
	};
}

const withoutQuotes = (message: string) => message.replace(/(["'`]).*?\1/g, '$1…$1').replace(/\d{4,}/g, '…');

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** The first lines of the stack that lie in our own program, without what stands before them. */
const places = (error: Error) =>
	(error.stack ?? '')
		.split('\n')
		.filter((line) => /^\s+at /.test(line) && !/node_modules|node:/.test(line))
		.slice(0, 6)
		.map((line) =>
			line
				.trim()
				.replace(/^at /, '')
				.replace(/file:\/\/\S*?\/(?=src\/|build\/|tests\/|bin\/)/, '')
		)
		.join(' < ');
