/** `klinik password-link`: for an office whose only administrator has lost the password, or the telephone of the second step. */
import { registerAreaOf } from '#clinic/cooperatives/server/reads/imports.ts';
import { issuePasswordReset } from '#clinic/offices/server/commands/account.ts';
import { staffList } from '#clinic/offices/server/reads.ts';
import { systemActor } from '#platform/actor.ts';
import { now } from '#platform/clock.ts';
import { perform } from '#platform/command.ts';
import { openDatabase, read, type Database } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { linkToken } from '#platform/links/links.ts';
import { PlainFailure } from '#platform/plain-failure.ts';
import { Refusal } from '#platform/refusal.ts';
import { refusalText } from '#platform/web/words.ts';

interface Wanted {
	readonly email: string;
	/** Code of the office, 32.71. */
	readonly office: string;
	/** Also takes the second step off. */
	readonly alsoSecondStep: boolean;
}

/** @returns the path of a link that opens once, within a day; whoever stands at the server is the one to be trusted */
export async function passwordLink(url: string, wanted: Wanted): Promise<string> {
	const database = openDatabase(url, 1);
	try {
		return `/sandi/${await tokenFor(database, wanted)}`;
	} catch (problem) {
		throw problem instanceof Refusal ? new PlainFailure(refusalText(problem)) : problem;
	} finally {
		await database.close();
	}
}

async function tokenFor(database: Database, { email, office, alsoSecondStep }: Wanted): Promise<string> {
	const area = await registerAreaOf(database, office);
	if (!area) throw new PlainFailure(`Tidak ada dinas dengan kode ${office}. Contoh kode: 32.71.`);
	const actor = systemActor('klinik password-link', area.officeId, ['staff.manage', 'installation.manage']);
	const at = now();
	const people = await read(database, actor, (reader) => staffList(reader, actor, at));
	const person = people.find((one) => one.leftAt === null && one.email === email.toLowerCase());
	if (!person) throw new PlainFailure(`Tidak ada petugas dengan akun ${email} di dinas ${office}.`);
	const { linkId } = await perform({ database, actor, now: at, commandId: newId() }, issuePasswordReset, {
		staffId: person.staffId,
		alsoSecondStep: alsoSecondStep ? 'on' : ''
	});
	return linkToken(linkId);
}
