import { healthWords } from '#clinic/cooperatives/ui/words.ts';
import type { Part } from '#clinic/papers/content.ts';
import { formatDecimal } from '#ui/numbers.ts';
import { goalsOf, type Goals } from '../../goals.ts';
import type { PaperSubject } from './subject.ts';

/** What it came to, large; a sentence where it has no total. */
export const verdictOf = ({ examined }: PaperSubject): Part =>
	examined.total !== null && examined.category !== null
		? {
				part: 'verdict',
				score: formatDecimal(examined.total),
				of: 'dari 100',
				category: healthWords[examined.category]()
			}
		: {
				part: 'warning',
				texts: [
					goalsText(goalsOf(examined.result)) ??
						'Pemeriksaan ini belum lengkap, sehingga belum ada nilai akhir dan golongan kesehatan. Bagian yang kosong ditulis "belum dinilai".'
				]
			};

const goalsText = (goals: Goals | null): string | null =>
	goals &&
	`${goals.met} dari ${goals.judged} sasaran tercapai. Perbandingan ini tidak memberi nilai akhir dan golongan kesehatan.${goals.judged < goals.all ? ` ${goals.all - goals.judged} sasaran belum dapat dinilai.` : ''}`;

/** What has to be read before the result is believed. */
export function warningsOf({ examined, isOlderThanTheLaw, instrument, explanations }: PaperSubject): Part[] {
	const texts = [
		isOlderThanTheLaw
			? `Penilaian ini memakai aturan terdahulu. Sejak tahun buku 2020 berlaku pemeriksaan kesehatan koperasi menurut Peraturan Menteri Koperasi dan UKM Nomor 9 Tahun 2020; kertas kerja simpan pinjamnya belum lengkap sumbernya.${examined.standing === 'official' ? '' : ' Hasil ini menjadi pegangan klinik.'}`
			: null,
		instrument === null
			? 'Rincian aturan versi ini tidak tersedia lagi di program; yang tercetak adalah nilai yang tersimpan.'
			: null,
		explanations.some(isUnverified)
			? 'Komponen bertanda (†) memakai batas atau cara hitung yang belum dipastikan dari naskah resminya.'
			: null,
		instrument && instrument.edges === 'unverified'
			? 'Untuk angka yang tepat di batas dua golongan, naskah yang beredar berbeda-beda; yang dipakai di sini belum dipastikan.'
			: null,
		instrument && instrument.categoriesCertainty === 'unverified'
			? 'Batas golongan akhir (sehat, cukup sehat, dan seterusnya) pada kertas kerja ini belum dipastikan dari naskah resminya.'
			: null
	];
	const said = texts.filter((text) => text !== null);
	return said.length > 0 ? [{ part: 'warning', texts: said }] : [];
}

/** Whether a mark rests on something that no official text has confirmed. */
export const isUnverified = ({ certainty, result }: PaperSubject['explanations'][number]): boolean =>
	certainty === 'unverified' || ('certainty' in result && result.certainty === 'unverified');

const steps: Readonly<Record<string, readonly string[]>> = {
	healthy: ['Pemeriksaan berikutnya tahun depan.', 'Koperasi dapat menjadi tempat belajar bagi koperasi lain.'],
	fairlyHealthy: ['Perbaiki komponen yang nilainya rendah.', 'Pemeriksaan berikutnya tahun depan.'],
	underSupervision: [
		'Pengurus menyusun rencana perbaikan tertulis bersama klinik.',
		'Klinik mendampingi, dan memeriksa kembali dalam tahun ini.'
	],
	underSpecialSupervision: [
		'Pengurus segera menyusun rencana perbaikan tertulis bersama klinik.',
		'Klinik mendampingi dengan erat dan memeriksa kembali dalam tahun ini.',
		'Tanpa kemajuan, dinas dapat memberi teguran tertulis dan langkah lanjutan menurut peraturan.'
	]
};
const otherwise = ['Pengurus membicarakan hasil ini dengan klinik dan menyusun langkah perbaikan.'];

/** What comes next for a category. Practice of offices, not the text of a rule: worded as what the clinic proposes. */
export const nextSteps = ({ examined }: PaperSubject): readonly string[] => steps[examined.category ?? ''] ?? otherwise;
