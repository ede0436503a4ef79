import type { Identity } from '#clinic/cooperatives/server/reads/identity.ts';
import type { PaperContent } from '#clinic/papers/content.ts';
import { writtenDay } from '#clinic/papers/setting.ts';
import type { Day } from '#platform/clock.ts';
import type { Official } from '../reads/official.ts';

interface Assigned {
	readonly officials: readonly Official[];
	readonly cooperatives: readonly Identity[];
	readonly fromOn: Day;
	readonly untilOn: Day;
	readonly purpose: string;
}

/** Sends officials of the office to examine. */
export const assignmentLetterContent = ({
	officials,
	cooperatives,
	fromOn,
	untilOn,
	purpose
}: Assigned): PaperContent => ({
	heading: 'SURAT TUGAS',
	remark: null,
	parts: [
		{
			part: 'paragraph',
			text: 'Berdasarkan Peraturan Menteri Koperasi dan Usaha Kecil dan Menengah Nomor 9 Tahun 2020 tentang Pengawasan Koperasi, dengan ini ditugaskan kepada:'
		},
		{
			part: 'table',
			caption: null,
			columns: [
				{ title: 'No.', numeric: true, share: 0 },
				{ title: 'Nama', numeric: false, share: 1 },
				{ title: 'Jabatan', numeric: false, share: 1 }
			],
			rows: officials.map(({ name, title }, at) => ({
				cells: [`${at + 1}.`, name, title ?? '–'],
				strong: false,
				note: null
			}))
		},
		{
			part: 'facts',
			items: [
				{ label: 'Untuk', value: purpose },
				{ label: 'Waktu', value: `${writtenDay(fromOn)} sampai dengan ${writtenDay(untilOn)}` }
			]
		},
		{ part: 'title', text: 'Koperasi yang diperiksa' },
		{
			part: 'table',
			caption: null,
			columns: [
				{ title: 'No.', numeric: true, share: 0 },
				{ title: 'Nama', numeric: false, share: 3 },
				{ title: 'Nomor badan hukum', numeric: false, share: 2 },
				{ title: 'Kecamatan', numeric: false, share: 1 }
			],
			rows: cooperatives.map(({ name, legalNumber, district }, at) => ({
				cells: [`${at + 1}.`, name, legalNumber ?? '–', district ?? '–'],
				strong: false,
				note: null
			}))
		},
		{
			part: 'paragraph',
			text: 'Kepada pengurus koperasi yang diperiksa diminta menyiapkan buku dan laporan yang diperlukan. Sesudah selesai, petugas melaporkan hasilnya kepada kepala dinas.'
		}
	],
	signatures: [],
	copies: ['Pengurus koperasi yang diperiksa', 'Arsip']
});
