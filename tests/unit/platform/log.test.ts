import { afterEach, describe, expect, it, vi } from 'vitest';
import { faultFacts, log } from '#platform/log.ts';

afterEach(() => vi.unstubAllEnvs());

const written = (level: string, work: () => void) => {
	vi.stubEnv('LOG_LEVEL', level);
	const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
	work();
	return out.mock.calls.map(([line]) => JSON.parse(String(line)) as Record<string, unknown>);
};

describe('the log', () => {
	it('is one line of JSON an event', () => {
		const [line] = written('info', () =>
			log('info', 'request', { route: '/(staff)/antrean', ms: 3, actor: undefined })
		);
		expect(line).toMatchObject({ level: 'info', event: 'request', route: '/(staff)/antrean', ms: 3 });
		expect(line).toHaveProperty('time');
		expect(line).not.toHaveProperty('actor');
	});

	it.each([
		['error', ['error']],
		['warn', ['error', 'warn']],
		['info', ['error', 'warn', 'info']],
		['debug', ['error', 'warn', 'info', 'debug']],
		['entah', ['error', 'warn', 'info']]
	])('at %s writes %j', (level, expected) => {
		const lines = written(level, () => {
			for (const each of ['error', 'warn', 'info', 'debug'] as const) log(each, 'x');
		});
		expect(lines.map((line) => line.level)).toEqual(expected);
	});
});

describe('what is written of a fault', () => {
	it('is kind, code and place, never what a person typed', () => {
		const database = Object.assign(new Error('duplicate key: (email)=(sari@contoh.go.id)'), {
			code: '23505',
			constraint: 'users_email_unique',
			detail: 'Key (email)=(sari@contoh.go.id) already exists.',
			severity: 'ERROR'
		});
		const query = new Error('Failed query: insert into users … params: sari@contoh.go.id', { cause: database });
		const facts = faultFacts(query);
		expect(facts).toMatchObject({ code: '23505', constraint: 'users_email_unique' });
		expect(JSON.stringify(facts)).not.toContain('sari');
	});

	it('keeps the message of a plain fault, without what it quotes', () => {
		expect(faultFacts(new Error('no words for refusal_x'))).toMatchObject({
			fault: 'Error',
			message: 'no words for refusal_x'
		});
		expect(faultFacts(new TypeError('cannot read "Sari Wulandari" of 081234567890'))).toMatchObject({
			message: 'cannot read "…" of …'
		});
		expect(faultFacts(new SyntaxError('Unexpected token S in JSON'))).toMatchObject({
			fault: 'SyntaxError',
			message: undefined
		});
		expect(faultFacts('teks')).toEqual({ fault: 'string' });
	});
});
