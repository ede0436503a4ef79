import { describe, expect, it } from 'vitest';
import { createAccount } from '#platform/sign-in/accounts.ts';
import { signIn } from '#platform/sign-in/sign-in.ts';
import { sweep } from '#platform/sign-in/sweep.ts';
import { limit, note } from '#platform/throttle.ts';
import { testDatabase } from '../../database/database.ts';
import { goodPassword as password, visitor } from './browser.ts';

const test = testDatabase();
const count = async (table: string) =>
	(await test.admin.query(`select count(*)::int as count from ${table}`)).rows[0].count;

describe('the sweep', () => {
	it('throws away ended sessions and old counts, and nothing that still holds', async () => {
		await createAccount(test.database, { name: 'Orang', email: 'orang@contoh.go.id', password });
		const now = new Date();
		await signIn(test.database, visitor('10.0.0.1', now), { email: 'orang@contoh.go.id', password });
		await note(test.database, limit('old', ['x'], 1, 60), new Date(now.getTime() - 32 * 86_400_000));
		await test.admin.query(
			`insert into rate_limits (id, key, count, last_request) values ('a', 'a', 1, 0), ('b', 'b', 1, $1)`,
			[now.getTime()]
		);
		const throttles = await count('throttles');

		await sweep(test.database, now);
		expect(await count('sessions')).toBe(1);
		expect(await count('throttles')).toBe(throttles - 1);
		expect(await count('rate_limits')).toBe(1);

		await sweep(test.database, new Date(now.getTime() + 24 * 3_600_000 + 60_000));
		expect(await count('sessions')).toBe(0);
	});
});
