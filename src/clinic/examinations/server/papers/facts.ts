import { kindText } from '#clinic/cooperatives/ui/words.ts';
import type { Facts } from '#clinic/papers/content.ts';
import { writtenDay } from '#clinic/papers/setting.ts';
import type { PaperSubject } from './subject.ts';

type Item = Facts['items'][number];
const unknown = 'belum tercatat';

/** Who the cooperative is. */
export const cooperativeItems = ({ cooperative }: Pick<PaperSubject, 'cooperative'>): Item[] => [
	{ label: 'Nama koperasi', value: cooperative.name },
	{ label: 'Nomor badan hukum', value: cooperative.legalNumber ?? unknown },
	{ label: 'Nomor induk koperasi (NIK)', value: cooperative.registryNumber ?? unknown },
	{ label: 'Jenis', value: kindText(cooperative) ?? unknown },
	{
		label: 'Alamat',
		value:
			[cooperative.address, cooperative.district && `Kecamatan ${cooperative.district}`].filter(Boolean).join(', ') ||
			unknown
	}
];

/** What was examined, by which rule and by whom. */
export function examinationItems({ examined, examinedOn, examiner, instrument, letter }: PaperSubject): Item[] {
	return [
		{ label: 'Tahun buku', value: String(examined.bookYear) },
		{
			label: 'Yang diperiksa',
			value:
				examined.subject === 'savingsUnit' ? 'Unit simpan pinjam (USP), dengan angkanya sendiri' : 'Koperasi seluruhnya'
		},
		{
			label: 'Sifat pemeriksaan',
			value: examined.standing === 'official' ? 'Pemeriksaan resmi' : 'Pemeriksaan klinik'
		},
		{ label: 'Kertas kerja', value: instrument?.title.id ?? examined.instrument },
		{ label: 'Dasar', value: instrument?.regulation ?? examined.instrument },
		{ label: 'Tanggal pemeriksaan', value: writtenDay(examinedOn) },
		{ label: 'Pemeriksa', value: [examiner.name, examiner.title].filter(Boolean).join(', ') },
		...(letter ? [{ label: 'Surat tugas', value: `Nomor ${letter.number}, ${writtenDay(letter.datedOn)}` }] : []),
		...(examined.overrideReason ? [{ label: 'Alasan kertas kerja lain', value: examined.overrideReason }] : [])
	];
}
