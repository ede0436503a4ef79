import type { PaperContent } from '#clinic/papers/content.ts';
import { weekdayOf, writtenDay } from '#clinic/papers/setting.ts';
import { cooperativeItems, examinationItems } from './facts.ts';
import { nextSteps, verdictOf, warningsOf } from './result.ts';
import type { PaperSubject } from './subject.ts';

/** What both sides sign on the day: who examined whom, what came of it. */
export function minutesContent(subject: PaperSubject): PaperContent {
	const { examinedOn, examiner, letter, cooperative, officeName, chair } = subject;
	const sent = letter ? ` berdasarkan Surat Tugas Nomor ${letter.number} tanggal ${writtenDay(letter.datedOn)}` : '';
	return {
		heading: 'BERITA ACARA PEMERIKSAAN KESEHATAN KOPERASI',
		remark: null,
		parts: [
			{
				part: 'paragraph',
				text: `Pada hari ${weekdayOf(examinedOn)}, tanggal ${writtenDay(examinedOn)}, ${examiner.name}${examiner.title ? `, ${examiner.title}` : ''} pada ${officeName},${sent} telah memeriksa kesehatan koperasi tersebut di bawah ini.`
			},
			{ part: 'facts', items: [...cooperativeItems(subject), ...examinationItems(subject)] },
			{ part: 'title', text: 'Hasil pemeriksaan' },
			verdictOf(subject),
			...warningsOf(subject),
			{ part: 'paragraph', text: 'Rincian nilai dan angka yang dipakai ada dalam Laporan Hasil Pemeriksaan.' },
			{ part: 'title', text: 'Langkah berikutnya yang diusulkan' },
			{ part: 'list', items: nextSteps(subject) },
			{
				part: 'paragraph',
				text: `Berita acara ini dibuat rangkap dua dan ditandatangani kedua pihak: satu untuk ${cooperative.name}, satu untuk dinas. Pengurus boleh menuliskan keberatan atau penjelasan di bawah ini.`
			},
			{ part: 'paragraph', text: 'Keterangan pengurus: '.padEnd(150, '.') }
		],
		signatures: [
			{ role: 'Pengurus koperasi', name: chair, title: `Ketua ${cooperative.name}` },
			{ role: 'Pemeriksa', name: examiner.name, title: examiner.title }
		],
		copies: []
	};
}
