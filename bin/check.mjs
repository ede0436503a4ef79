// npm run check: types, lint, formatting, import rules, dead code, and the words in both languages.
import { spawn } from 'node:child_process';
import { checkout, ensureMessages, ensureParts, main, say, Stop } from './prepare.mjs';

const path = `${checkout}/node_modules/.bin:${process.env.PATH}`;
/** @type {readonly (readonly [string, readonly string[]])[]} */
const checks = [
	['types', ['svelte-check', '--fail-on-warnings']],
	['lint', ['eslint', '--max-warnings=0', '.']],
	['formatting', ['prettier', '--check', '--log-level=warn', '.']],
	['import rules', ['depcruise', 'src', '--config', '.dependency-cruiser.js']],
	['dead code', ['knip']],
	['words, refusals, commands, permissions', ['vitest', 'run', '--project', 'architecture']]
];

/** @param {readonly string[]} command @returns {Promise<{ ok: boolean, output: string }>} */
const run = (command) =>
	new Promise((resolve) => {
		const child = spawn(command[0] ?? '', command.slice(1), { cwd: checkout, env: { ...process.env, PATH: path } });
		let output = '';
		child.stdout.on('data', (chunk) => (output += chunk));
		child.stderr.on('data', (chunk) => (output += chunk));
		child.on('close', (code) => resolve({ ok: code === 0, output }));
	});

main(async () => {
	await ensureParts();
	await ensureMessages();
	await run(['svelte-kit', 'sync']);
	/** @type {string[]} */
	const failed = [];
	for (const [what, command] of checks) {
		const { ok, output } = await run(command);
		say(`${ok ? '✓' : '✗'} ${what}`);
		if (ok) continue;
		failed.push(what);
		say(output);
	}
	if (failed.length) throw new Stop(`${failed.length} failed: ${failed.join(', ')}`);
});
