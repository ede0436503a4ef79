/**
 * Every setting that the program takes from its environment, in one table: name, meaning, default, check.
 * Start checks them all before it does anything; `npm run -s klinik -- settings` prints the list.
 */
import { isIP } from 'node:net';
import * as v from 'valibot';
import { PlainFailure } from '#platform/plain-failure.ts';

type Check = v.GenericSchema<string, unknown>;

interface Setting<Is extends Check = Check> {
	/** What it does, for the administrator. */
	readonly description: string;
	/** What a right value looks like, completing "harus …". */
	readonly must: string;
	readonly default?: string;
	/** What holds when it is not given, where that is not one fixed value. */
	readonly otherwise?: string;
	/** Handed over by start itself, not by a person. */
	readonly internal?: true;
	readonly is: Is;
}

/** Blank counts as not given. */
const setting = <const Is extends Check, const Rest extends Omit<Setting, 'is'>>(entry: Rest & { is: Is }) => ({
	...entry,
	schema: v.pipe(
		v.optional(v.string()),
		v.transform((text) => text?.trim() || entry.default),
		v.optional(entry.is)
	)
});

const wholeNumber = (from: number, to: number) =>
	v.pipe(v.string(), v.digits(), v.transform(Number), v.minValue(from), v.maxValue(to));
const postgresUrl = v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\/[^\s]+$/));
const httpsOrigin = v.pipe(
	v.string(),
	v.check((text) => URL.canParse(text) && /^https:/.test(text) && new URL(text).origin === text.replace(/\/$/, '')),
	v.transform((text) => new URL(text).origin)
);
const moment = v.pipe(
	v.string(),
	v.check((text) => /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)))
);
const key = v.pipe(
	v.string(),
	v.check((text) => Buffer.from(text, 'base64').length === 32)
);
const smtpUrl = v.pipe(
	v.string(),
	v.check((text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '')
);
const isNetwork = (text: string) => {
	const [address = '', bits, ...more] = text.split('/');
	const widest = { 0: -1, 4: 32, 6: 128 }[isIP(address)]!;
	return more.length === 0 && widest > 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= widest));
};
const addresses = v.pipe(
	v.string(),
	v.transform((text) => text.split(',').map((part) => part.trim())),
	v.array(v.pipe(v.string(), v.check(isNetwork)))
);

/** SvelteKit looks for this name and checks it too when the built application starts. */
export const variables = {
	PORT: setting({
		description: 'Nomor port tempat program mendengarkan.',
		must: 'bilangan bulat 0 sampai 65535',
		default: '3000',
		is: wholeNumber(0, 65_535)
	}),
	HOST: setting({
		description: 'Alamat tempat program mendengarkan. Selain komputer ini sendiri hanya boleh bila ORIGIN diisi.',
		must: 'alamat IP atau localhost',
		default: '127.0.0.1',
		is: v.pipe(
			v.string(),
			v.check((text) => text === 'localhost' || isIP(text) !== 0)
		)
	}),
	ORIGIN: setting({
		description: 'Alamat https yang dibuka orang di peramban, bila program berdiri di belakang perantara (proxy) TLS.',
		must: 'alamat https tanpa jalur, misalnya https://klinik.contoh.go.id',
		otherwise: 'hanya dapat dibuka dari komputer ini',
		is: httpsOrigin
	}),
	TRUSTED_PROXY: setting({
		description:
			'Alamat IP perantara (boleh beberapa, pisahkan dengan koma) yang keterangan alamat pengunjungnya dipercaya.',
		must: 'alamat IP atau jaringan, misalnya 10.0.0.2 atau 10.0.0.0/24',
		otherwise: 'komputer ini sendiri bila ORIGIN diisi; selain itu tidak ada',
		is: addresses
	}),
	DATA_DIR: setting({
		description: 'Folder data: basis data tertanam dan berkas unggahan.',
		must: 'nama folder',
		default: 'data',
		is: v.pipe(v.string(), v.minLength(1))
	}),
	DATABASE_URL: setting({
		description:
			'Basis data PostgreSQL 15 atau lebih baru milik sendiri, dengan peran terbatas yang dipakai program sehari-hari.',
		must: 'alamat postgres://…',
		otherwise: 'PostgreSQL tertanam di folder data',
		is: postgresUrl
	}),
	DATABASE_OWNER_URL: setting({
		description: 'Basis data yang sama dengan peran pemilik tabel; hanya dipakai saat memperbarui susunan tabel.',
		must: 'alamat postgres://…',
		otherwise: 'wajib bila DATABASE_URL diisi',
		is: postgresUrl
	}),
	MASTER_KEY: setting({
		description: 'Kunci utama penyandian data pribadi.',
		must: '32 bita dalam base64 (buat dengan: openssl rand -base64 32)',
		otherwise: 'isi berkas MASTER_KEY_FILE',
		is: key
	}),
	MASTER_KEY_FILE: setting({
		description:
			'Berkas kunci utama. Simpan salinannya di tempat lain: tanpa kunci ini data pribadi tidak dapat dibaca.',
		must: 'nama berkas',
		otherwise: 'berkas di sebelah folder data (data.key), dibuat saat pertama kali dijalankan',
		is: v.pipe(v.string(), v.minLength(1))
	}),
	SMTP_URL: setting({
		description: 'Server surel untuk mengirim pesan kepada koperasi dan tamu.',
		must: 'alamat smtp://pengguna:sandi@server:587 atau smtps://…:465',
		otherwise: 'surel disiapkan, petugas mengirimnya sendiri',
		is: smtpUrl
	}),
	MAIL_FROM: setting({
		description: 'Alamat surel pengirim.',
		must: 'alamat surel, misalnya klinik@contoh.go.id',
		otherwise: 'wajib bila SMTP_URL diisi',
		is: v.pipe(v.string(), v.email())
	}),
	VIDEO_URL: setting({
		description: 'Server Jitsi untuk janji temu lewat video.',
		must: 'alamat https, misalnya https://meet.contoh.go.id',
		otherwise: 'janji temu lewat video tidak ditawarkan',
		is: v.pipe(
			v.string(),
			v.check((text) => URL.canParse(text) && /^https:/.test(text)),
			v.transform((text) => text.replace(/\/+$/, ''))
		)
	}),
	LOG_LEVEL: setting({
		description: 'Seberapa banyak yang dicatat: error, warn, info, atau debug.',
		must: 'error, warn, info, atau debug',
		default: 'info',
		is: v.picklist(['error', 'warn', 'info', 'debug'])
	}),
	FIXED_NOW: setting({
		description: 'Waktu yang dianggap sekarang, untuk pengujian; ditolak dalam mode nyata.',
		must: 'waktu ISO, misalnya 2026-11-20T08:00:00+07:00',
		otherwise: 'waktu sebenarnya',
		is: moment
	}),
	KLINIK_MODE: setting({
		description: 'Peragaan (demo) atau nyata (real), sebagaimana tersimpan di basis data.',
		must: 'demo atau real',
		otherwise: 'diisi oleh start',
		internal: true,
		is: v.picklist(['demo', 'real'])
	})
};

type Table = typeof variables;
export type SettingName = keyof Table;
export type Settings = {
	readonly [Name in SettingName]: Table[Name] extends { default: string }
		? v.InferOutput<Table[Name]['is']>
		: v.InferOutput<Table[Name]['is']> | undefined;
};

const secret: readonly SettingName[] = ['MASTER_KEY', 'DATABASE_URL', 'DATABASE_OWNER_URL', 'SMTP_URL'];

/** Reads and checks all settings. */
export function readSettings(source: Record<string, string | undefined>): Settings {
	const settings: Record<string, unknown> = {};
	for (const [name, entry] of Object.entries(variables) as [SettingName, Setting & { schema: v.GenericSchema }][]) {
		const result = v.safeParse(entry.schema, source[name]);
		if (!result.success) {
			const shown = secret.includes(name) ? '' : ` Yang tertulis sekarang: ${source[name]}.`;
			throw new PlainFailure(`Pengaturan ${name} keliru: harus ${entry.must}.${shown}`);
		}
		settings[name] = result.output;
	}
	if (settings['SMTP_URL'] && !settings['MAIL_FROM'])
		throw new PlainFailure('Pengaturan MAIL_FROM wajib diisi bila SMTP_URL diisi.');
	return settings as Settings;
}

let own: Settings | undefined;

/** The settings of this process, checked once. */
export const settings = (): Settings => (own ??= readSettings(process.env));

/** The environment is read anew at the next question: for tests, which share a process and not their settings. */
export const forgetSettings = (): void => {
	own = undefined;
};

/** The list of settings as the README shows it. */
export function describeSettings(): string {
	const rows = (Object.entries(variables) as [SettingName, Setting][])
		.filter(([, entry]) => !entry.internal)
		.map(
			([name, entry]) =>
				`| \`${name}\` | ${entry.description} | ${entry.default ? `\`${entry.default}\`` : entry.otherwise} |`
		);
	return ['| Pengaturan | Arti | Bila tidak diisi |', '|---|---|---|', ...rows].join('\n');
}
