/**
 * What a paper says, as plain text in Indonesian, in the order in which it is set. It knows neither cooperatives nor
 * examinations: later stops fill it. The closed set of parts is all that the template can set; text is never read as
 * markup.
 */
export interface PaperContent {
	/** "BERITA ACARA PEMERIKSAAN KESEHATAN KOPERASI" */
	readonly heading: string;
	/** Set under the heading in words of its own: "Pemeriksaan klinik, bukan sertifikat". */
	readonly remark: string | null;
	readonly parts: readonly Part[];
	/** Who else signs, beside the head of the office or instead. */
	readonly signatures: readonly Signature[];
	/** Copies go to … */
	readonly copies: readonly string[];
}

export type Part = Paragraph | Facts | List | Table | Title | Verdict | Warning;

export interface Paragraph {
	readonly part: 'paragraph';
	readonly text: string;
}
export interface Title {
	readonly part: 'title';
	readonly text: string;
}
/** Names and values in two columns. */
export interface Facts {
	readonly part: 'facts';
	readonly items: readonly { readonly label: string; readonly value: string }[];
}
export interface List {
	readonly part: 'list';
	readonly items: readonly string[];
}
/** What has to be read before the rest is believed: unverified bands, a former rule. */
export interface Warning {
	readonly part: 'warning';
	readonly texts: readonly string[];
}
/** The outcome, large. */
export interface Verdict {
	readonly part: 'verdict';
	readonly score: string;
	readonly of: string;
	readonly category: string;
}
export interface Table {
	readonly part: 'table';
	readonly caption: string | null;
	readonly columns: readonly { readonly title: string; readonly numeric: boolean; readonly share: number }[];
	readonly rows: readonly Row[];
}
export interface Row {
	readonly cells: readonly string[];
	/** A sum or the title of a group. */
	readonly strong: boolean;
	/** Small text under the first cell. */
	readonly note: string | null;
}
export interface Signature {
	/** "Yang diperiksa", "Pemeriksa" */
	readonly role: string;
	readonly name: string | null;
	/** Under the name: title, office. */
	readonly title: string | null;
}
