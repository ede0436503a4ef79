/** What a database gets at its first start, and what the person at the terminal is told about it. */
import { now } from '#platform/clock.ts';

export interface Prepared {
	/** The application's own, restricted role. */
	readonly appUrl: string;
	readonly say: (line: string) => void;
}

/** Fills the demonstration world. Called once, on an empty database in demonstration mode. */
export async function fillDemonstration({ say }: Prepared): Promise<void> {
	say('Mengisi data peragaan …');
}

/** Lines that tell with which accounts to look around. */
export async function demonstrationAccounts(_prepared: Prepared): Promise<string[]> {
	return [];
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
