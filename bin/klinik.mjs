// npm run -s klinik -- …: the commands for the terminal.
import { ensureMessages, ensureParts, main, run } from './prepare.mjs';

main(async () => {
	await ensureParts();
	await ensureMessages();
	run(['bin/klinik.ts', ...process.argv.slice(2)]);
});
