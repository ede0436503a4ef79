/** Two rows of `register-kota-bogor.csv`, by the number in their first column, as a reader of all 250 judges them. */
export interface LabelledPair {
	readonly rows: readonly [number, number];
	/**
	 * - same: one organisation, written down twice
	 * - renewed: probably one, founded anew under another name and number
	 * - other: two, though they share a number or most of a name
	 */
	readonly label: 'same' | 'renewed' | 'other';
	readonly why: string;
}

export const labelledPairs: readonly LabelledPair[] = [
	{ rows: [134, 160], label: 'same', why: 'KPN (Hikmah) SMAN 2, founding and amended number 7845, Budi Agung' },
	{
		rows: [139, 167],
		label: 'same',
		why: 'one amended number 8038, Jl. A Yani: the school and its cooperative’s name'
	},
	{ rows: [140, 166], label: 'same', why: 'one number 10858, Jl. Heulang' },
	{ rows: [142, 168], label: 'same', why: 'one amended number 5910 of February 1998' },
	{ rows: [136, 169], label: 'same', why: 'one amended number 8621 of February 1998; Kopasgo is Jamsostek’s' },
	{ rows: [145, 164], label: 'same', why: 'KBMT Tabung Umat, number 19 of the city, moved' },
	{ rows: [70, 244], label: 'same', why: 'one number 3003, one house; the prefix changed' },
	{ rows: [66, 211], label: 'same', why: 'Sinar Kandaga, Jl. Raya Semplak 68, renewed at the ministry of law' },
	{ rows: [207, 231], label: 'same', why: 'Kerta Jaya, number 08 and its amendment' },
	{ rows: [148, 195], label: 'renewed', why: 'Bondes, Pondok Rumput 40' },
	{ rows: [173, 193], label: 'renewed', why: 'Tansa, Jl. Kesehatan' },
	{ rows: [161, 191], label: 'renewed', why: 'Jl. Ramin 11' },
	{ rows: [178, 187], label: 'renewed', why: 'Mekarwangi, Jl. A Yani' },
	{ rows: [162, 190], label: 'renewed', why: 'Jl. A Yunus' },
	{
		rows: [39, 81],
		label: 'renewed',
		why: 'KSU Karya Mandiri, number 15 of the city, in two districts: cannot be told'
	},
	{ rows: [50, 135], label: 'other', why: 'only number 13 of the city' },
	{ rows: [126, 207], label: 'other', why: 'only number 08 of the city' },
	{ rows: [126, 231], label: 'other', why: 'only number 08 of the city' },
	{ rows: [58, 146], label: 'other', why: 'only number 02 of the city' },
	{ rows: [149, 241], label: 'other', why: 'only number 06 of the city' },
	{ rows: [147, 163], label: 'other', why: 'only number 07 of the city' },
	{ rows: [14, 29], label: 'other', why: 'only number 18 of the city' },
	{ rows: [3, 79], label: 'other', why: 'number 01 of January 2001 and of January 2000' },
	{ rows: [39, 153], label: 'other', why: 'Karya Mandiri: another kind, number and district' },
	{ rows: [81, 153], label: 'other', why: 'Karya Mandiri: another kind and number' },
	{ rows: [22, 153], label: 'other', why: 'Karya Mandiri of Empang' },
	{ rows: [123, 124], label: 'other', why: 'two schools in one street' },
	{ rows: [184, 78], label: 'other', why: 'Al Falah is the name of many mosques' },
	{ rows: [130, 196], label: 'other', why: 'Pelita Sejahtera: another place and number' },
	{ rows: [200, 212], label: 'other', why: 'Komunitas … Bogor Raya' },
	{ rows: [60, 68], label: 'other', why: 'nothing but a usual word' }
];
