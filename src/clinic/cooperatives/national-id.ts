/**
 * Citizens' numbers (NIK on the identity card) where a register should have none: sixteen digits of which the first two
 * are a province, the seventh and eighth a day of birth (for women forty more), the ninth and tenth its month.
 */
export function looksLikeNationalId(digits: string): boolean {
	const [, province, day, month] = /^(\d\d)\d{4}(\d\d)(\d\d)\d{6}$/.exec(digits)?.map(Number) ?? [];
	if (province === undefined || day === undefined || month === undefined) return false;
	return province >= 11 && province <= 97 && day % 40 >= 1 && day % 40 <= 31 && day <= 71 && month >= 1 && month <= 12;
}

const sixteenDigits = /(?<!\d)\d(?:[ .'-]?\d){15}(?!\d)/g;

/** The text with every citizen's number in it replaced; digits in one run count as one even if their day or month is wrong. */
export const withoutNationalIds = (text: string, instead: string): string =>
	text.replace(sixteenDigits, (found) =>
		/^\d+$/.test(found) || looksLikeNationalId(found.replace(/\D/g, '')) ? instead : found
	);
