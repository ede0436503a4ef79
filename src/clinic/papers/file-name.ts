import type { PaperKind } from './kinds.ts';

const words: Readonly<Record<PaperKind, string>> = {
	assignmentLetter: 'surat-tugas',
	minutes: 'berita-acara',
	examinationReport: 'laporan-hasil-pemeriksaan',
	certificate: 'sertifikat',
	conferenceMinutes: 'notulen-konferensi',
	prescription: 'resep'
};

/** "berita-acara 440-12-2026.pdf", "surat-tugas konsep.pdf": what the file is called when it is saved. */
export function fileNameOf({ kind, number }: { readonly kind: PaperKind; readonly number: string | null }): string {
	const numbered = number === null ? 'konsep' : number.replace(/[^\p{L}\p{N}.]+/gu, '-').replace(/^-+|-+$/g, '');
	return `${words[kind]} ${numbered}.pdf`;
}
