import type { Template } from '../templates.ts';
import { task, template } from './pieces.ts';

export const financeGroup: Template = template(
	'Keuangan koperasi diketahui keadaannya, dan uang masuk kembali lebih besar daripada uang keluar.',
	[
		task('Susun daftar uang kas, simpanan, pinjaman, dan utang per hari ini', 'treasurer', 14, {
			proof: 'Foto daftar yang sudah ditandatangani bendahara dan ketua'
		}),
		task('Bandingkan buku kas dengan uang dan rekening bank setiap Jumat', 'treasurer', 30, {
			proof: 'Foto lembar pencocokan kas'
		}),
		task('Dampingi bendahara membaca neraca dan arus kas', 'office', 45, { meetings: 3 }),
		task('Putuskan dalam rapat pengurus apa yang dihemat dan apa yang ditagih', 'chair', 60, {
			proof: 'Foto notulen rapat pengurus'
		})
	],
	'Anggota tidak dapat menarik simpanannya',
	'Uang kas tidak cocok dengan catatan'
);

export const finance: Readonly<Record<string, Template>> = {
	badLoans: template(
		'Pinjaman macet turun di bawah 5 persen, dan anggota yang kesulitan punya jadwal bayar yang sanggup mereka jalani.',
		[
			task('Susun daftar tunggakan per anggota: pokok, jasa, berapa bulan', 'treasurer', 14, {
				proof: 'Foto daftar tunggakan'
			}),
			task('Datangi atau undang 10 penunggak terbesar, sepakati jadwal bayar tertulis', 'chair', 45, {
				proof: 'Foto surat kesepakatan'
			}),
			task('Dampingi penagihan dan penjadwalan ulang', 'office', 60, { meetings: 3 }),
			task('Bentuk cadangan risiko pinjaman dari sisa hasil usaha', 'treasurer', 90),
			task('Tetapkan aturan pinjaman baru: batas, jaminan, analisis kesanggupan', 'chair', 90, {
				proof: 'Foto keputusan rapat pengurus'
			})
		],
		'Tunggakan baru muncul dari peminjam yang sama',
		'Anggota mulai menarik simpanan bersamaan'
	),
	cashShort: template(
		'Kas cukup untuk membayar penarikan simpanan anggota tepat waktu.',
		[
			task('Hentikan dulu pencairan pinjaman baru sampai kas cukup', 'chair', 7, { proof: 'Foto keputusan pengurus' }),
			task('Susun jadwal penarikan simpanan: siapa, berapa, kapan', 'treasurer', 14, { proof: 'Foto jadwal' }),
			task('Jelaskan keadaan dan jadwal itu kepada anggota', 'chair', 21, {
				meetings: 1,
				proof: 'Foto daftar hadir pertemuan'
			}),
			task('Dampingi bendahara membuat perkiraan kas mingguan', 'office', 45, { meetings: 3 }),
			task('Tagih angsuran yang lewat, mulai dari yang terbesar', 'treasurer', 60)
		],
		'Penarikan tidak dapat dibayar pada hari yang dijanjikan',
		'Berita bahwa koperasi akan tutup'
	),
	losses: template(
		'Usaha tidak merugi lagi: biaya di bawah pendapatan selama tiga bulan berturut-turut.',
		[
			task('Pisahkan pendapatan dan biaya per jenis usaha tiga bulan terakhir', 'treasurer', 21, {
				proof: 'Foto tabel pendapatan dan biaya'
			}),
			task('Putuskan biaya apa yang dikurangi dan usaha apa yang dihentikan', 'chair', 45, {
				proof: 'Foto notulen rapat pengurus'
			}),
			task('Dampingi menyusun rencana usaha dan harga jual', 'office', 60, { meetings: 2 }),
			task('Laporkan hasil tiap bulan kepada pengawas', 'treasurer', 90)
		],
		'Rugi lagi dua bulan berturut-turut'
	),
	thinCapital: template(
		'Modal sendiri bertambah, dan utang tidak lagi menutupi kekurangan modal.',
		[
			task('Tagih simpanan pokok dan simpanan wajib yang belum dibayar anggota', 'treasurer', 60, {
				proof: 'Foto daftar pembayaran simpanan wajib'
			}),
			task('Usulkan kepada rapat anggota: besar simpanan wajib dan bagian cadangan dari SHU', 'chair', 90, {
				proof: 'Foto notulen rapat anggota'
			}),
			task('Dampingi menghitung kebutuhan modal', 'office', 45, { meetings: 2 }),
			task('Catat dan laporkan utang koperasi beserta jatuh temponya', 'treasurer', 30)
		],
		'Utang baru dipakai membayar utang lama'
	),
	booksBehind: template(
		'Pembukuan lengkap sampai bulan lalu, dan ditutup setiap akhir bulan.',
		[
			task('Kumpulkan semua bukti uang masuk dan keluar, urutkan per bulan', 'treasurer', 21, {
				proof: 'Foto map bukti per bulan'
			}),
			task('Isi buku kas sampai bulan lalu', 'treasurer', 45, { proof: 'Foto halaman terakhir buku kas' }),
			task('Latih pembukuan sederhana', 'office', 45, { meetings: 4 }),
			task('Susun neraca dan perhitungan hasil usaha tahun buku terakhir', 'treasurer', 75),
			task('Periksa buku setiap akhir bulan', 'supervisor', 90, { proof: 'Foto tanda tangan pengawas di buku' })
		],
		'Bukti uang keluar tidak ada',
		'Buku kas tidak diisi lebih dari dua minggu'
	)
};
