import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { ensureBuild } from '../../bin/prepare.mjs';
import { checkout } from './serving.ts';

beforeAll(ensureBuild);

/** The weights are sizes, not times: the same on every machine, so the bench's budget may fail the tests. */
test('no first load is above 60 kB for the public and 120 kB for staff', () => {
	const table = execFileSync(process.execPath, [join(checkout, 'bench/run.ts'), 'bytes'], {
		cwd: checkout,
		encoding: 'utf8'
	});
	expect(table).toContain('/antrean');
	expect(table.match(/\/pemeriksaan/g)).toHaveLength(4);
	expect(table).not.toContain('FAIL');
});
