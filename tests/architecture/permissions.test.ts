import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
	allPermissions,
	devicePurposes,
	linkPurposes,
	programPermissions,
	rolePermissions,
	roles
} from '#clinic/offices/roles.ts';
import { allCommands, allDoors, permissionsDocument } from './permissions.ts';
import { root } from './source.ts';

const document = join(root, 'docs/permissions.md');

describe('the permission matrix', () => {
	it('knows the permission of every command', async () => {
		const unknown = (await allCommands()).filter(({ needs }) => !(allPermissions as string[]).includes(needs));
		expect(unknown.map(({ name }) => name)).toEqual([]);
	});

	it('knows the permission of every page, form and endpoint', async () => {
		const known = new Set<string | undefined>([...allPermissions, 'public']);
		expect((await allDoors()).filter(({ needs }) => !known.has(needs))).toEqual([]);
	});

	it('gives every permission to somebody or to the program alone, and every role something', () => {
		const given = new Set([
			...roles.flatMap((role) => rolePermissions[role]),
			...Object.values(linkPurposes).flat(),
			...Object.values(devicePurposes).flat()
		]);
		for (const permission of programPermissions) expect([...given]).not.toContain(permission);
		for (const permission of programPermissions) given.add(permission);
		expect(allPermissions.filter((permission) => !given.has(permission))).toEqual([]);
		expect(roles.filter((role) => rolePermissions[role].length === 0)).toEqual([]);
	});

	it('keeps from specialists and observers what is the office’s own', () => {
		for (const role of ['specialist', 'provinceObserver', 'ministryObserver'] as const)
			for (const permission of ['case.view', 'register.view', 'person.view', 'queue.view'] as const)
				expect(rolePermissions[role]).not.toContain(permission);
	});

	it('is what docs/permissions.md says', async () => {
		const made = await permissionsDocument();
		if (process.env.WRITE_PERMISSIONS) writeFileSync(document, made);
		expect(readFileSync(document, 'utf8')).toBe(made);
	});
});
