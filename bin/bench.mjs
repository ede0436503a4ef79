// npm run bench: every row; npm run bench -- NAME: those whose name begins so.
import { ensureBuild, ensureParts, main, run } from './prepare.mjs';

main(async () => {
	await ensureParts();
	await ensureBuild();
	run(['bench/run.ts', ...process.argv.slice(2)]);
});
