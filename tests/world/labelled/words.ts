/** Words of which cooperatives make their names, the most usual first: a name takes one by chance of 1 in its rank. */
export const nameWords: readonly string[] = (
	'Sejahtera,Mandiri,Jaya,Makmur,Karya,Usaha,Bersama,Sumber,Maju,Rejeki,Mitra,Bina,Amanah,Mulya,Berkah,Abadi,Sari,Harapan,Setia,' +
	'Bakti,Tani,Rukun,Lestari,Artha,Budi,Guna,Dharma,Cipta,Sentosa,Utama,Agung,Tunas,Insan,Mekar,Husada,Wahana,Putra,Nusantara,' +
	'Indah,Rahayu,Barokah,Luhur,Raharjo,Wira,Sri,Tirta,Surya,Mukti,Kencana,Panca,Warga,Sukses,Citra,Handayani,Santoso,Pertiwi,' +
	'Langgeng,Gemilang,Bangun,Mulia,Sarana,Anugerah,Puspa,Kusuma,Bahagia,Pelita,Kartini,Melati,Wijaya,Tama,Niaga,Sentra,Ikhlas,' +
	'Nurul,Huda,Hidayah,Falah,Hikmah,Salam,Taqwa,Ummah,Umat,Ikhtiar,Muamalah,Syariah,Pemuda,Nelayan,Samudera,Segara,Bahari,Mina,' +
	'Ternak,Sapi,Susu,Tebu,Kopi,Cengkeh,Kelapa,Sawit,Karet,Padi,Bumi,Langit,Rembulan,Fajar,Bintang,Mentari,Candra,Purnama,Cahaya,' +
	'Permata,Mutiara,Intan,Berlian,Emas,Perak,Baja,Beringin,Cendana,Jati,Teratai,Anggrek,Mawar,Cempaka,Kenanga,Dahlia,Flamboyan,' +
	'Garuda,Rajawali,Merpati,Kutilang,Cendrawasih,Banteng,Singa,Naga,Kuda,Gajah,Merapi,Lawu,Bromo,Semeru,Kelud,Rinjani,Agro,' +
	'Eka,Dwi,Tri,Catur,Sapta,Dasa,Waluyo,Utomo,Widodo,Basuki,Slamet,Wibowo,Sembodo,Waskita,Prasetya,Satria,Ksatria,Kartika,' +
	'Pancasila,Merdeka,Proklamasi,Kebangkitan,Swadaya,Swakarsa,Gotong,Royong,Guyub,Manunggal,Dadi,Ngudi,Margo,Sido,Marsudi,' +
	'Tentrem,Ayem,Merta,Kerta,Sedana,Werdhi,Widya,Winangun,Santhi,Jagat,Banyu,Giri,Murti,Bhuana,Laksana,Nadi,Yasa,Swadharma,' +
	'Minang,Saiyo,Sakato,Tuah,Rantau,Lembah,Andalas,Musi,Bengawan,Brantas,Citarum,Kapuas,Mahakam,Celebes,Malomo,Sipatuo,Siporennu,' +
	'Pensiunan,Veteran,Guru,Dwija,Perawat,Medika,Tekstil,Garmen,Logam,Keramik,Genteng,Batik,Tenun,Ukir,Mebel,Rotan,Anyaman'
).split(',');

/** How names begin, each with a form that says the same. */
export const openings: readonly (readonly [written: string, other: string, weight: number])[] = [
	['Koperasi Simpan Pinjam', 'KSP', 5],
	['KSP', 'Koperasi Simpan Pinjam', 6],
	['KSU', 'Koperasi Serba Usaha', 6],
	['Koperasi Serba Usaha', 'KSU', 4],
	['KPRI', 'Koperasi Pegawai Republik Indonesia', 4],
	['Koperasi Pegawai Negeri', 'KPN', 2],
	['KUD', 'Koperasi Unit Desa', 2],
	['Koperasi Karyawan', 'Kopkar', 3],
	['Kopkar', 'Koperasi Karyawan', 2],
	['Koperasi Wanita', 'Kopwan', 3],
	['KSPPS', 'Koperasi Simpan Pinjam dan Pembiayaan Syariah', 3],
	['Koperasi Pondok Pesantren', 'Kopontren', 2],
	['Koperasi Produsen', 'Kop. Produsen', 3],
	['Koperasi Konsumen', 'Kop. Konsumen', 4],
	['Koperasi Jasa', 'Kop. Jasa', 3]
];

export const streets: readonly string[] = (
	'Veteran,Diponegoro,Ahmad Yani,Gatot Subroto,Kartini,Pahlawan,Merdeka,Gajah Mada,Sudirman,Pemuda,Melati,Kenanga,Anggrek,Teratai,' +
	'Imam Bonjol,Hasanuddin,Pattimura,Sisingamangaraja,Cut Nyak Dien,Soekarno Hatta,Urip Sumoharjo,Yos Sudarso,Dewi Sartika,' +
	'Kapten Tendean,Supratman,Raya Barat,Raya Timur,Pasar Baru,Stasiun,Alun-Alun,Mayjen Sutoyo,Letjen Suprapto,Ronggowarsito'
).split(',');

export const personNames: readonly string[] = (
	'Sutrisno,Suparman,Slamet,Wagiman,Supriyadi,Hartono,Sugeng,Bambang,Agus,Dedi,Endang,Sri,Siti,Nur,Dewi,Ratna,Wayan,Made,Nyoman,' +
	'Ketut,Ahmad,Muhammad,Abdul,Hasan,Yusuf,Rina,Lestari,Wahyuni,Rahayu,Hidayat,Santoso,Wibowo,Kurniawan,Setiawan,Purnomo,Nugroho'
).split(',');
