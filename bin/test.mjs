// npm test: everything that needs npm and a Chromium. npm run test:servers: what needs other servers of Debian.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { checkout, ensureBuild, ensureMessages, ensureParts, main, say, Stop } from './prepare.mjs';

const path = `${checkout}/node_modules/.bin:${process.env.PATH}`;
const debian = '/usr/lib/postgresql/15/bin';

/**
 * Runs one part of the tests in the foreground; a failing part does not keep the next from running.
 * @param {string} what @param {string[]} command @param {Record<string, string>} [env]
 */
function part(what, command, env = {}) {
	say(`\n— ${what}`);
	const { status } = spawnSync(command[0] ?? '', command.slice(1), {
		cwd: checkout,
		stdio: 'inherit',
		env: { ...process.env, PATH: path, ...env }
	});
	if (status !== 0) failed.push(what);
}
/** @type {string[]} */
const failed = [];

/** Debian's Chromium; installed when it is missing and we may. */
function ensureChromium() {
	if (existsSync('/usr/bin/chromium') || process.env.CHROMIUM) return;
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
		throw new Stop('Uji peramban memerlukan Chromium. Pasang paket "chromium", atau isi CHROMIUM dengan letaknya.');
	say('Memasang Chromium …');
	spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
	const { status } = spawnSync(
		'apt-get',
		['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-core'],
		{
			stdio: 'ignore',
			env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
		}
	);
	if (status !== 0)
		throw new Stop('Chromium tidak dapat dipasang. Pasang paket "chromium" dengan tangan, lalu jalankan lagi.');
}

main(async () => {
	await ensureParts();
	await ensureMessages();
	if (process.argv[2] === 'servers') {
		if (!existsSync(debian))
			throw new Stop(`PostgreSQL 15 dari Debian tidak ada di ${debian}. Pasang paket "postgresql-15".`);
		part('basis data pada PostgreSQL 15', ['vitest', 'run', '--project', 'db'], { TEST_POSTGRES: debian });
		part('surat lewat Postfix dan Dovecot', ['vitest', 'run', '--project', 'servers']);
	} else {
		await ensureBuild();
		ensureChromium();
		part('aturan, basis data, susunan, dan server', ['vitest', 'run', '--project', '!servers']);
		part('peramban', ['playwright', 'test']);
	}
	if (failed.length) throw new Stop(`Gagal: ${failed.join('; ')}.`);
	say('\nSemua uji lulus.');
});
