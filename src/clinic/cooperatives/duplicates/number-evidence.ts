/**
 * What two numbers of one sort say; null where one is not known. One digit apart may be a slip, or the cooperative that got
 * the next number (`slip`: speaks neither for nor against).
 */
export type NumberSays = 'same' | 'slip' | 'other' | null;

/** Numbers of the organisation itself: registry, business, tax. */
export function compareDigits(a: string | null, b: string | null): NumberSays {
	if (!a || !b) return null;
	if (a === b) return 'same';
	return isOneSlip(a, b) ? 'slip' : 'other';
}

export type LegalSays = 'same' | 'sameSeries' | 'alike' | 'slip' | 'other' | 'otherFamily' | null;

/**
 * What two legal numbers say, both as `readLegalNumber` writes them. Short numbers restart by office and by year, so that
 * one stands with several cooperatives (`sameSeries`). One digit of the running number apart may be a slip, or the
 * cooperative that was founded next (`slip`: speaks neither for nor against). Who was founded anew, or amended the
 * articles, has a number of another family.
 */
export function compareLegal(a: LegalParts | null, b: LegalParts | null): LegalSays {
	if (!a || !b) return null;
	if (a.number === b.number) return a.isLong ? 'same' : 'sameSeries';
	// 7845/BH/DK/10/3 and its amendment 7845/BH/PAD/KWK/10/V/1988.
	if (a.serial.length >= 4 && a.serial === b.serial) return 'alike';
	if (a.family !== b.family) return 'otherFamily';
	return isOneSlip(a.serial, b.serial) || isOneSlip(a.bare, b.bare) ? 'slip' : 'other';
}

/** A legal number as `readLegalNumber` writes it, taken apart once for many comparisons. */
export interface LegalParts {
	readonly number: string;
	readonly serial: string;
	/** AHU, M.KUKM, KWK … : a cooperative that was founded anew has a number of another family. */
	readonly family: string;
	/** Without separators. */
	readonly bare: string;
	readonly isLong: boolean;
}

export function legalParts(number: string, same: (text: string) => string = (text) => text): LegalParts {
	const segments = number.split('/');
	return {
		number,
		serial: same(segments.find((segment) => /^\d+/.test(segment)) ?? ''),
		family: same(segments.filter((segment) => /^\p{L}{2,}$/u.test(segment)).join('/')),
		bare: number.replaceAll('/', ''),
		isLong: isLong(number)
	};
}

/** A running number of four digits, or one with its year, is one cooperative's in its series. */
const isLong = (number: string) => /(^|\/)\d{4,}/.test(number) || /\/(19|20)\d\d(\/|$)/.test(number);

/** One sign too many, too few, wrong, or two swapped. */
export function isOneSlip(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1 || a === b) return false;
	let begin = 0;
	while (begin < a.length && begin < b.length && a[begin] === b[begin]) begin++;
	let end = 0;
	while (end < a.length - begin && end < b.length - begin && a.at(-1 - end) === b.at(-1 - end)) end++;
	const [restA, restB] = [a.slice(begin, a.length - end), b.slice(begin, b.length - end)];
	if (restA.length <= 1 && restB.length <= 1) return true;
	return restA.length === 2 && restB === restA[1]! + restA[0]!;
}

/** Given out for the whole nation, by the ministry of cooperatives or of law: the same number is the same entity. */
export const isNational = (number: string): boolean => /(^|\/)(AHU|M\/KUKM)(\/|$)/.test(number) && isLong(number);
