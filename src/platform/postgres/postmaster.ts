import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './place.ts';

/** The process id in the server's lock file, whether that process still lives or not. */
export function recordedPid(place: Place): number | undefined {
	try {
		const pid = Number(readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
		return Number.isInteger(pid) && pid > 0 ? pid : undefined;
	} catch {
		return undefined;
	}
}

/**
 * Whether `pid` is the live server of this cluster. PostgreSQL itself takes any process of that number for it: also one
 * that was killed and not yet reaped, and a stranger that got the number after a restart of the machine.
 */
export function isPostmaster(pid: number, place: Place): boolean {
	if (!existsSync('/proc/self/stat')) return isAlive(pid);
	try {
		const state = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.[0];
		if (state === 'Z' || state === 'X') return false;
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(place.cluster);
	} catch {
		return false;
	}
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}

/**
 * Clears the lock files of a dead server away. Moved first and looked at again: should another process have put its own
 * there in between, it goes back. (A server still alive would besides be found by PostgreSQL's shared memory lock.)
 */
export function removeStaleLocks(place: Place, deadPid: number): void {
	const lock = join(place.cluster, 'postmaster.pid');
	const moved = `${lock}.${process.pid}`;
	try {
		renameSync(lock, moved);
	} catch {
		return;
	}
	if (Number(readFileSync(moved, 'utf8').split('\n')[0]) !== deadPid) {
		renameSync(moved, lock);
		return;
	}
	rmSync(moved, { force: true });
	for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) rmSync(join(place.socket, name), { force: true });
}
