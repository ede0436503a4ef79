/** What a database gets at its first start, and what the person at the terminal is told about it. */

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
export async function firstAdministratorLink(_prepared: Prepared): Promise<string | undefined> {
	return undefined;
}
