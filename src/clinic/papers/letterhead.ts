/** The head of a letter, as the office's settings were on the day that the paper was drafted. */
export interface Letterhead {
	/** "PEMERINTAH KABUPATEN SRAGEN"; null where the area has no such name. */
	readonly government: string | null;
	/** "DINAS KOPERASI …". */
	readonly office: string;
	/** What the public calls its clinic. */
	readonly brand: string;
	readonly address: string;
	readonly phone: string | null;
	/** Where letters are signed: "Sragen". */
	readonly place: string;
	/** Who signs: the head of office, or who acts for the head that day. */
	readonly signer: Signer;
	readonly crest: { readonly type: 'image/png' | 'image/svg+xml' | 'image/jpeg'; readonly base64: string } | null;
}

export interface Signer {
	/** "Kepala Dinas", or "Plt. Kepala Dinas" for an acting head. */
	readonly title: string;
	/** Null: to be written by hand. */
	readonly name: string | null;
}

/** "Kabupaten Sragen" → "Sragen". */
export const seatOf = (area: string): string => area.replace(/^(kabupaten|kota|provinsi)\s+(administrasi\s+)?/i, '');

/** "Kabupaten Sragen" → "PEMERINTAH KABUPATEN SRAGEN"; a name without its sort gets the sort from the code. */
export function governmentOf(area: string, code: string): string {
	const named = /^(kabupaten|kota|provinsi)\s/i.test(area);
	const sort = code.length === 2 ? 'Provinsi ' : '';
	return `Pemerintah ${named ? '' : sort}${area}`.toUpperCase();
}
