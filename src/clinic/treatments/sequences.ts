import { addDays, type Day } from '#platform/clock.ts';
import { workingDayFrom } from './templates.ts';

/** One task of an officer, some days after the sequence begins. */
interface Step {
	readonly what: string;
	readonly afterDays: number;
}

/** The sequences in this version; a changed text is a new version. Tasks that were made keep theirs. Ours. */
export const sequencesVersion = '2026-1';

export const sequences = {
	afterApproval: [
		{ what: 'Telepon ketua: apakah resepnya sudah dipahami?', afterDays: 3 },
		{ what: 'Kirim bahan dan contoh formulir untuk tugas pertama', afterDays: 7 },
		{ what: 'Tanyakan kemajuan tugas pertama', afterDays: 14 },
		{ what: 'Kunjungi koperasi dan lihat buktinya', afterDays: 30 }
	],
	annualMeeting: [
		{ what: 'Sepakati tanggal RAT dengan pengurus', afterDays: 7 },
		{ what: 'Periksa rancangan laporan pertanggungjawaban', afterDays: 21 },
		{ what: 'Pastikan undangan RAT sudah dibagikan', afterDays: 35 },
		{ what: 'Hadiri RAT', afterDays: 45 },
		{ what: 'Periksa laporan RAT dan perbarui register', afterDays: 60 }
	],
	missedControl: [
		{ what: 'Telepon ketua', afterDays: 1 },
		{ what: 'Telepon sekretaris atau bendahara', afterDays: 3 },
		{ what: 'Kirim surat undangan kontrol', afterDays: 7 },
		{ what: 'Kunjungi alamat koperasi', afterDays: 14 }
	],
	dormant: [
		{ what: 'Cari pengurus lewat kantor desa atau kelurahan', afterDays: 7 },
		{ what: 'Kunjungi alamat terakhir', afterDays: 14 },
		{ what: 'Temui pendiri atau anggota yang masih ada', afterDays: 21 },
		{ what: 'Undang anggota untuk bertemu', afterDays: 35 }
	],
	afterRecovery: [
		{ what: 'Jelaskan pemantauan sesudah pulih kepada pengurus', afterDays: 3 },
		{ what: 'Tanyakan kesediaan menjadi pendamping koperasi lain', afterDays: 30 },
		{ what: 'Ingatkan RAT berikutnya', afterDays: 90 }
	]
} as const satisfies Record<string, readonly Step[]>;

export type SequenceCode = keyof typeof sequences;
export const sequenceCodes = Object.keys(sequences) as [SequenceCode, ...SequenceCode[]];

export interface PreviewedTask {
	readonly position: number;
	readonly what: string;
	readonly dueOn: Day;
}

/** The tasks that a sequence would make, with their days. Nothing is made yet. */
export const preview = (
	code: SequenceCode,
	from: Day,
	isOpen: (on: Day) => boolean = () => true
): readonly PreviewedTask[] =>
	sequences[code].map(({ what, afterDays }, position) => ({
		position,
		what,
		dueOn: workingDayFrom(addDays(from, afterDays), isOpen)
	}));

/** What usually comes next, by what happened last. @param passed codes of milestones, newest first */
export function suggestedSequence(passed: readonly string[]): SequenceCode | null {
	for (const what of passed) {
		if (what === 'case.recovered') return 'afterRecovery';
		if (what === 'plan.approved') return 'afterApproval';
		if (what === 'tasks.planned') return null;
	}
	return null;
}
