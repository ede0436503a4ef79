/** Name of an area as compared: lower case, without the words of its level, accents and anything but letters and digits. */
export const foldArea = (name: string): string =>
	name
		.toLowerCase()
		.normalize('NFKD')
		.replace(/\b(kota administrasi|kabupaten administrasi|kabupaten|kab|kota|kecamatan|kec|kelurahan|kel|desa)\b\.?/g, '')
		.replace(/[^a-z0-9]/g, '');
