/**
 * Numbers of a cooperative's legal entity (badan hukum) come in more than ten families, each spelled in many ways.
 * This makes two spellings of one number equal; the number as written is what is shown and stored.
 * Equal numbers do not yet mean one cooperative: series restart by office and by year.
 */
export type LegalNumber = {
	/** Segments joined by "/", spellings folded. */
	norm: string;
	/** An amendment of the articles (PAD) standing where the founding number should. */
	isAmendment: boolean;
	/** Year and month carried inside the number. */
	issued: { year: number; month: number | null } | null;
};

const months = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Names of the issuing office that one office was given by its own clerks. */
const offices = new Map([
	['KOP', 'KANKOP'],
	['DIPERINDAGKOP', 'PERINDAGKOP'],
	['DISPERINDAGKOP', 'PERINDAGKOP'],
	['DIPERINDGKOP', 'PERINDAGKOP'],
	['PERINDANGKOP', 'PERINDAGKOP'],
	['DISPERINDANGKOP', 'PERINDAGKOP'],
	['PAG', 'PAD'],
	['BHP', 'BH'],
	['TH', 'TAHUN'],
	['THN', 'TAHUN']
]);

/** Null for a cell that holds no number: empty, a dash, "belum ada". */
export function readLegalNumber(written: string): LegalNumber | null {
	const text = written
		.normalize('NFKC')
		.toUpperCase()
		.trim()
		.replace(/^(NO|NOMOR|NOMER)\b[.:\s]*/, '')
		.replace(/\bB\.\s?H\b\.?/g, 'BH')
		// A thousands dot in the running number; a dot elsewhere is a separator.
		.replace(/^(\d{1,3})\.(\d{3})(?=\/)/, '$1$2');
	if (!/\d/.test(text) && !/^I+\//.test(text)) return null;
	const segments = text
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean)
		.flatMap(splitGlued)
		.map((segment) => offices.get(segment) ?? segment);
	if (segments.length === 0) return null;
	const serial = joinSuffix(segments);
	const issued = readIssued(segments);
	return { norm: [serial, ...segments].map(plainSegment).join('/'), isAmendment: segments.includes('PAD'), issued };
}

/** KWK10 is KWK/10, KDK.1022XII is KDK/10/22/XII: region codes have two digits each, glued or not. */
function splitGlued(segment: string, index: number, all: string[]): string[] {
	if (index === 0) return [segment];
	const year = /^(TAHUN|THN|TH)(\d{4})$/.exec(segment);
	if (year) return ['TAHUN', year[2]!];
	const office = /^(KWK|KDK|DK)(\d+)([IVX]*)$/.exec(segment);
	if (office) return [office[1]!, ...splitRegion(office[2]!, office[3]!)];
	const region = /^(\d{4})([IVX]*)$/.exec(segment);
	return region && isRegional(all[index - 1]) ? splitRegion(region[1]!, region[2]!) : [segment];
}

const isRegional = (segment: string | undefined) => segment === 'KWK' || segment === 'KDK' || segment === 'DK';

function splitRegion(digits: string, month: string): string[] {
	const isYear = /^(19|20)\d\d$/.test(digits) && month === '';
	const parts = digits.length === 4 && !isYear ? [digits.slice(0, 2), digits.slice(2)] : [digits];
	return month === '' ? parts : [...parts, month];
}

/** Takes the running number off the front, with the letter that tells it from its neighbour: 1388.A, 538A, 2106/B. */
function joinSuffix(segments: string[]): string {
	const serial = segments.shift()!;
	// 111 typed as a Roman number.
	const digits = /^I+$/.test(serial) ? serial.replaceAll('I', '1') : serial;
	if (/^\d+$/.test(digits) && /^[A-H]$/.test(segments[0] ?? '')) return digits + segments.shift()!;
	return digits;
}

/** Reads month and year at the end and writes them alike: IV/99, 4/1999 and IV/1999 are one. */
function readIssued(segments: string[]): LegalNumber['issued'] {
	const last = segments.length - 1;
	if (segments[last - 1] === 'TAHUN') return { year: Number(segments[last]), month: null };
	const year = fullYear(segments[last] ?? '');
	const month = monthOf(segments[last - 1] ?? '', segments[last - 2] ?? '', segments[last] ?? '');
	if (year === null) return null;
	if (month === null) return /^\d{4}$/.test(segments[last] ?? '') ? { year, month: null } : null;
	segments[last] = String(year);
	segments[last - 1] = months[month - 1]!;
	return { year, month };
}

function fullYear(text: string): number | null {
	if (/^(19|20)\d\d$/.test(text)) return Number(text);
	if (!/^\d\d$/.test(text)) return null;
	return Number(text) < 40 ? 2000 + Number(text) : 1900 + Number(text);
}

/** In KWK.10/22 the 10 is a region and 22 no year, so digits are a month only where no region can stand. */
function monthOf(text: string, before: string, year: string): number | null {
	if (months.includes(text)) return months.indexOf(text) + 1;
	if (!/^(0?[1-9]|1[0-2])$/.test(text) || isRegional(before)) return null;
	// Two digits behind digits: only the series of 1967 was numbered so.
	return year.length === 4 || year === '67' ? Number(text) : null;
}

const plainSegment = (segment: string) => segment.replace(/^0+(?=\d)/, '');
