import { execFileSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemUser } from '#platform/system-user.ts';

/**
 * A throw-away server of another PostgreSQL, for example Debian's 15, on a private socket.
 * @param binaries folder of its initdb and pg_ctl
 */
export function startOtherPostgres(binaries: string): { superUrl: string; stop: () => Promise<void> } {
	const folder = mkdtempSync(join(tmpdir(), 'klinik-pg-'));
	const user = systemUser();
	if (user) chownSync(folder, user.uid, user.gid);
	const run = (program: string, args: string[]) =>
		execFileSync(join(binaries, program), args, {
			stdio: 'ignore',
			cwd: folder,
			...(user && { uid: user.uid, gid: user.gid })
		});
	const data = join(folder, 'data');
	run('initdb', ['-D', data, '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8', '--auth=trust', '--no-sync']);
	const settings =
		'-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300';
	run('pg_ctl', ['-D', data, '-w', '-l', join(folder, 'log'), '-o', `-k ${folder} ${settings}`, 'start']);
	return {
		superUrl: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
		stop: async () => {
			run('pg_ctl', ['-D', data, '-m', 'fast', '-w', 'stop']);
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
