/** `klinik rescore`: kept examinations scored once more, office by office, to compare; the record stays as it is. */
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { findInstrument, instruments } from '#clinic/examinations/catalogue.ts';
import { beginRescoring, rescorePart } from '#clinic/examinations/server/commands/rescoring.ts';
import { rescoringView } from '#clinic/examinations/server/reads/rescoring.ts';
import { systemActor } from '#platform/actor.ts';
import { now } from '#platform/clock.ts';
import { BadInput, perform } from '#platform/command.ts';
import { openDatabase, read, type Database } from '#platform/database/client.ts';
import { newId } from '#platform/ids.ts';
import { PlainFailure } from '#platform/plain-failure.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Terminal } from './import-register.ts';

export interface RescoringWanted {
	readonly instrument: string;
	readonly version: string;
	/** '' is every book year. */
	readonly bookYear: string;
	/** Code of one office, 33.14; null is every office of this installation. */
	readonly office: string | null;
	readonly readings: Readonly<Record<string, string>>;
}

const usage =
	'Cara pakai: npm run -s klinik -- rescore --instrument ALAT [--version VERSI] [--book-year TAHUN] [--office KODE] [--reading BUTIR=CARA]';

/** @throws PlainFailure what is not understood, with the way to write it */
export function rescoringArguments(args: string[]): RescoringWanted {
	const { values } = understood(args);
	const instrument = values.instrument && findInstrument(values.instrument, values.version);
	if (!instrument) {
		const known = instruments.map(({ code, version }) => `${code} versi ${version}`).join(', ');
		throw new PlainFailure(`${usage}\nAlat yang ada: ${known}.`);
	}
	const readings = (values.reading ?? []).map((text) => text.split('=', 2));
	if (readings.some((pair) => pair.length < 2 || pair.includes(''))) throw new PlainFailure(usage);
	return {
		instrument: instrument.code,
		version: instrument.version,
		bookYear: values['book-year'] ?? '',
		office: values.office ?? null,
		readings: Object.fromEntries(readings) as Record<string, string>
	};
}

function understood(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				instrument: { type: 'string' },
				version: { type: 'string' },
				'book-year': { type: 'string' },
				office: { type: 'string' },
				reading: { type: 'string', multiple: true }
			}
		});
	} catch {
		throw new PlainFailure(usage);
	}
}

/** @returns the exit code */
export async function rescoreFromTerminal(url: string, wanted: RescoringWanted, terminal: Terminal): Promise<number> {
	const database = openDatabase(url, 2);
	try {
		const offices = await officesOf(database, wanted.office);
		if (offices.length === 0)
			throw new PlainFailure(`Tidak ada dinas dengan kode ${wanted.office}. Contoh kode: 33.14.`);
		let scored = 0;
		for (const office of offices) scored += await rescoreOffice(database, office, wanted, terminal);
		terminal.print(`dihitung ulang: ${scored} pemeriksaan`);
		return 0;
	} catch (problem) {
		if (problem instanceof BadInput)
			throw new PlainFailure(`${usage}\nTidak dikenal: ${Object.keys(problem.issues).join(', ')}.`);
		throw problem;
	} finally {
		await database.close();
	}
}

interface Office extends Record<string, unknown> {
	readonly id: string;
	readonly code: string;
}

/** Which offices there are is public. */
const officesOf = (database: Database, code: string | null): Promise<Office[]> =>
	read(database, { officeId: null, userId: null }, (reader) =>
		reader.rows<Office>(sql`select id, code from offices where ${code}::text is null or code = ${code} order by code`)
	);

async function rescoreOffice(
	database: Database,
	office: Office,
	{ office: _code, ...wanted }: RescoringWanted,
	{ say, print }: Terminal
): Promise<number> {
	const actor = systemActor('klinik rescore', office.id, ['office.manage']);
	const asked = () => ({ database, actor, now: now(), commandId: newId() });
	let rescoringId: string;
	try {
		({ rescoringId } = await perform(asked(), beginRescoring, { rescoringId: newId<'Rescoring'>(), ...wanted }));
	} catch (problem) {
		if (!(problem instanceof Refusal) || problem.code !== 'examinations.nothingToRescore') throw problem;
		say(`${office.code}: tidak ada yang dihitung.`);
		return 0;
	}
	for (let isFinished = false; !isFinished;) {
		const part = await perform(asked(), rescorePart, { rescoringId });
		say(`${office.code}: ${part.done} dari ${part.total}`);
		({ isFinished } = part);
	}
	const { run, counts } = await read(database, actor, (reader) => rescoringView(reader, actor, rescoringId));
	print(
		`${office.code}: ${run.done} dihitung, nilai tetap ${counts.unchanged}, nilai berubah ${counts.moved}, golongan berubah ${counts.changed}, tidak dikenal ${counts.notUnderstood}`
	);
	return run.done;
}
