import type { Zone } from '#platform/clock.ts';

/** Name of an area as compared: lower case, without the words of its level, accents and anything but letters and digits. */
export const foldArea = (name: string): string =>
	name
		.toLowerCase()
		.normalize('NFKD')
		.replace(
			/\b(kota administrasi|kabupaten administrasi|kabupaten|kab|kota|kecamatan|kec|kelurahan|kel|desa)\b\.?/g,
			''
		)
		.replace(/[^a-z0-9]/g, '');

// Keputusan Presiden Nomor 41 Tahun 1987: provinces of the central and of the eastern zone; all others keep WIB.
const central = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'];
const eastern = ['81', '82', '91', '92', '93', '94', '95', '96', '97'];

/** The time zone of an area, by the province that its code begins with. */
export function zoneOfArea(code: string): Zone {
	const province = code.slice(0, 2);
	if (central.includes(province)) return 'Asia/Makassar';
	return eastern.includes(province) ? 'Asia/Jayapura' : 'Asia/Jakarta';
}
