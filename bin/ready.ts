/**
 * Makes the database ready in a process of its own, started by serve.ts: migrations and the demonstration world need
 * libraries and memory that the server afterwards does not.
 */
import { explain } from './failures.ts';
import { demonstrationAccounts, firstAdministratorLink } from './first-run.ts';
import { makeReady, type Handed, type Wish } from './make-ready.ts';

/** What serve.ts gets to hear. */
export type Answer =
	| { readonly handed: Handed; readonly accounts: string[]; readonly link: string | undefined }
	| { readonly failure: string };

const say = (line: string) => process.stderr.write(`${line}\n`);

async function answer(wish: Wish): Promise<Answer> {
	try {
		const handed = await makeReady(wish, say);
		const prepared = { appUrl: handed.DATABASE_URL, say };
		const demo = handed.KLINIK_MODE === 'demo';
		return {
			handed,
			accounts: demo ? await demonstrationAccounts() : [],
			link: demo ? undefined : await firstAdministratorLink(prepared)
		};
	} catch (error) {
		if (process.env.LOG_LEVEL === 'debug') console.error(error);
		return { failure: explain(error) };
	}
}

process.once('message', async (wish: Wish) => {
	process.send!(await answer(wish), () => process.exit());
});
