/** What a database gets at its first start, and what the person at the terminal is told about it. */
import { dayOf, now } from '#platform/clock.ts';

export interface Prepared {
	/** The application's own, restricted role. */
	readonly appUrl: string;
	readonly say: (line: string) => void;
}

/** Fills the demonstration world. Called once, on an empty database in demonstration mode. */
export async function fillDemonstration({ appUrl, say }: Prepared): Promise<void> {
	const { fillWorld } = await import('#world/fill.ts');
	const { openDatabase } = await import('#platform/database/client.ts');
	const database = openDatabase(appUrl, 6);
	const begun = now();
	try {
		await fillWorld(database, { now: begun, today: dayOf(begun, 'Asia/Jakarta'), report: say });
	} finally {
		await database.close();
	}
}

/** Lines that tell with which accounts to look around. */
export async function demonstrationAccounts(): Promise<string[]> {
	const { worldAccounts, worldPassword } = await import('#world/offices.ts');
	const width = Math.max(...worldAccounts.map(({ email }) => email.length));
	return [
		`Akun peragaan, semuanya dengan kata sandi ${worldPassword}:`,
		...worldAccounts.map(({ email, title, offices }) => `  ${email.padEnd(width)}  ${title} · ${offices.join(', ')}`)
	];
}

/** A fresh one-time link for the first administrator, as a path; undefined once there is an administrator. */
export async function firstAdministratorLink({ appUrl }: Prepared): Promise<string | undefined> {
	const { firstAdministratorPath } = await import('#clinic/offices/server/commands/first-office.ts');
	const { openDatabase } = await import('#platform/database/client.ts');
	const database = openDatabase(appUrl, 1);
	try {
		return (await firstAdministratorPath(database, now())) ?? undefined;
	} finally {
		await database.close();
	}
}
