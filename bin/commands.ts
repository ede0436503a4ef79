/** One entry a command. Each brings its own modules only when it runs: `examine` needs no database library. */
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { describeSettings, readSettings } from '#env';
import { PlainFailure } from '#platform/plain-failure.ts';
import type { Handed } from './make-ready.ts';
import type { Mode } from './mode.ts';

export interface Command {
	readonly usage: string;
	readonly means: string;
	/** @returns the exit code */
	readonly run: (args: string[]) => Promise<number>;
}

const say = (line: string) => process.stderr.write(`${line}\n`);
const print = (line: string) => process.stdout.write(`${line}\n`);

export const commands: Readonly<Record<string, Command>> = {
	examine: {
		usage: 'examine < permintaan.json',
		means: 'menilai kesehatan koperasi; hasil berupa JSON, satu baris satu permintaan',
		run: async () => {
			const { examine } = await import('#clinic/examinations/command-line.ts');
			const { lines, exitCode } = examine(await text(process.stdin));
			for (const line of lines) print(line);
			return exitCode;
		}
	},
	instruments: {
		usage: 'instruments',
		means: 'semua instrumen dengan kode, bobot, batas nilai, dan sumbernya sebagai JSON',
		run: async () => {
			const { listInstruments } = await import('#clinic/examinations/command-line.ts');
			print(listInstruments());
			return 0;
		}
	},
	import: {
		usage: 'import BERKAS --office KODE',
		means: 'memasukkan daftar koperasi dari lembar kerja; kode dinas misalnya 32.71',
		run: async (args) => {
			const { file, office } = importArguments(args);
			const terminal = { say, print };
			const { importFromTerminal, refuseClosedFile } = await import('./import-register.ts');
			const refused = await refuseClosedFile(file, terminal);
			return (
				refused ??
				withDatabase(undefined, ({ DATABASE_URL }) => importFromTerminal(DATABASE_URL, { file, office }, terminal))
			);
		}
	},
	rescore: {
		usage: 'rescore --instrument ALAT [--version VERSI] [--book-year TAHUN] [--office KODE] [--reading BUTIR=CARA]',
		means: 'menghitung ulang hasil pemeriksaan yang tersimpan, untuk dibandingkan; hasil lama tidak berubah',
		run: async (args) => {
			const { rescoreFromTerminal, rescoringArguments } = await import('./rescore.ts');
			const wanted = rescoringArguments(args);
			return withDatabase(undefined, ({ DATABASE_URL }) => rescoreFromTerminal(DATABASE_URL, wanted, { say, print }));
		}
	},
	duplicates: {
		usage: 'duplicates [--office KODE | --after KODE]',
		means:
			'mencari koperasi yang tercatat dua kali, di satu dinas atau di semua dinas (dapat dilanjutkan sesudah KODE)',
		run: async (args) => {
			const { values } = parseArgs({ args, options: { office: { type: 'string' }, after: { type: 'string' } } });
			const wanted = { office: values.office ?? null, after: values.after ?? null };
			const { findDuplicates } = await import('./find-duplicates.ts');
			return withDatabase(undefined, ({ DATABASE_URL }) => findDuplicates(DATABASE_URL, wanted, { say, print }));
		}
	},
	'first-admin-link': {
		usage: 'first-admin-link',
		means: 'tautan baru sekali pakai bagi administrator pertama; yang lama tidak berlaku lagi',
		run: () =>
			withDatabase('real', async ({ DATABASE_URL }) => {
				const { firstAdministratorLink } = await import('./first-run.ts');
				const link = await firstAdministratorLink({ appUrl: DATABASE_URL, say });
				if (!link) throw new PlainFailure('Administrator sudah ada. Mintalah tautan kepadanya.');
				const { ORIGIN, PORT } = readSettings(process.env);
				print(`${ORIGIN ?? `http://localhost:${PORT}`}${link}`);
				return 0;
			})
	},
	'password-link': {
		usage: 'password-link SUREL --office KODE [--second-step]',
		means: 'tautan sekali pakai untuk sandi baru; --second-step juga melepas langkah kedua (telepon hilang)',
		run: (args) => {
			const wanted = passwordArguments(args);
			return withDatabase(undefined, async ({ DATABASE_URL }) => {
				const { passwordLink } = await import('./password-link.ts');
				const link = await passwordLink(DATABASE_URL, wanted);
				const { ORIGIN, PORT } = readSettings(process.env);
				print(`${ORIGIN ?? `http://localhost:${PORT}`}${link}`);
				return 0;
			});
		}
	},
	settings: {
		usage: 'settings',
		means: 'semua pengaturan dengan arti dan nilai bawaannya',
		run: async () => {
			print(describeSettings());
			return 0;
		}
	}
};

function importArguments(args: string[]): { file: string; office: string } {
	const wrong = new PlainFailure(
		'Cara pakai: npm run -s klinik -- import BERKAS --office KODE, misalnya: import daftar.csv --office 32.71'
	);
	try {
		const { values, positionals } = parseArgs({
			args,
			options: { office: { type: 'string' } },
			allowPositionals: true
		});
		const [file, ...more] = positionals;
		if (!file || !values.office || more.length > 0) throw wrong;
		return { file, office: values.office };
	} catch {
		throw wrong;
	}
}

function passwordArguments(args: string[]): { email: string; office: string; alsoSecondStep: boolean } {
	const wrong = new PlainFailure(
		'Cara pakai: npm run -s klinik -- password-link SUREL --office KODE [--second-step], misalnya: password-link siti@contoh.id --office 32.71'
	);
	try {
		const { values, positionals } = parseArgs({
			args,
			options: { office: { type: 'string' }, 'second-step': { type: 'boolean', default: false } },
			allowPositionals: true
		});
		const [email, ...more] = positionals;
		if (!email || !values.office || more.length > 0) throw wrong;
		return { email, office: values.office, alsoSecondStep: values['second-step'] };
	} catch {
		throw wrong;
	}
}

/** Starts or joins the database, migrates and fills it where needed, and lets it go again afterwards. */
async function withDatabase<T>(asked: Mode | undefined, work: (handed: Handed) => Promise<T>): Promise<T> {
	const [{ databaseServer }, { makeReady }] = await Promise.all([import('./database.ts'), import('./make-ready.ts')]);
	const settings = readSettings(process.env);
	const server = await databaseServer(settings, say);
	try {
		return await work(await makeReady({ settings, server, asked }, say));
	} finally {
		await server.close();
	}
}
