/**
 * National holidays and joint leave of a year, as an office's list begins. From general knowledge, to be compared with the
 * joint decree of the three ministers; an office corrects its own list and adds regional days.
 */
export const holidays2026: readonly (readonly [on: string, kind: 'national' | 'jointLeave', name: string])[] = [
	['2026-01-01', 'national', 'Tahun Baru Masehi'],
	['2026-01-16', 'national', 'Isra Mikraj'],
	['2026-02-16', 'jointLeave', 'Tahun Baru Imlek'],
	['2026-02-17', 'national', 'Tahun Baru Imlek'],
	['2026-03-18', 'jointLeave', 'Hari Suci Nyepi'],
	['2026-03-19', 'national', 'Hari Suci Nyepi'],
	['2026-03-20', 'jointLeave', 'Idul Fitri'],
	['2026-03-21', 'national', 'Idul Fitri hari pertama'],
	['2026-03-22', 'national', 'Idul Fitri hari kedua'],
	['2026-03-23', 'jointLeave', 'Idul Fitri'],
	['2026-03-24', 'jointLeave', 'Idul Fitri'],
	['2026-04-03', 'national', 'Wafat Yesus Kristus'],
	['2026-04-05', 'national', 'Kebangkitan Yesus Kristus'],
	['2026-05-01', 'national', 'Hari Buruh Internasional'],
	['2026-05-14', 'national', 'Kenaikan Yesus Kristus'],
	['2026-05-15', 'jointLeave', 'Kenaikan Yesus Kristus'],
	['2026-05-27', 'national', 'Idul Adha'],
	['2026-05-28', 'jointLeave', 'Idul Adha'],
	['2026-05-31', 'national', 'Hari Raya Waisak'],
	['2026-06-01', 'national', 'Hari Lahir Pancasila'],
	['2026-06-16', 'national', 'Tahun Baru Islam'],
	['2026-08-17', 'national', 'Proklamasi Kemerdekaan'],
	['2026-08-25', 'national', 'Maulid Nabi Muhammad'],
	['2026-12-24', 'jointLeave', 'Hari Raya Natal'],
	['2026-12-25', 'national', 'Hari Raya Natal']
];
