import type { Region } from './people.ts';
import type { Random } from './random.ts';

const roman = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** Code of the province's office in the numbers of 1990 to 1998, and of the regency's series after the ministry was dissolved. */
const series = {
	java: { province: 'KWK.11', regency: 'XIV.26' },
	bali: { province: 'KWK.22', regency: 'XXVII.6' }
} as const;

/**
 * Number of the legal entity in the family of its year: the ministry's first series, the province's office, the regency's
 * offices, the ministry again, and from 2019 the ministry of law (AHU).
 */
export function legalNumber(random: Random, region: Region, year: number, month: number): string {
	const { province, regency } = series[region];
	const inMonth = roman[month - 1]!;
	if (year < 1968) return `${random.between(900, 2900)}/BH/VI/${month}-${String(year).slice(2)}`;
	if (year < 1990) return `${random.between(3000, 9800)}${random.chance(0.1) ? 'A' : ''}/BH/VI`;
	if (year < 1999) {
		const number = random.between(10_100, 13_900);
		const written = random.chance(0.5) ? number.toLocaleString('id-ID') : String(number);
		const years = random.chance(0.3) ? String(year).slice(2) : String(year);
		return `${written}/BH/${random.chance(0.8) ? province : province.replace('.', '-')}/${inMonth}/${years}`;
	}
	if (year < 2002)
		return `${random.between(1, 160)}/BH/${region === 'java' ? 'KDK.11.27' : 'KDK.22.6'}/${inMonth}/${year}`;
	if (year < 2015)
		return random.weighted([
			[
				`518/${String(random.between(1, 180)).padStart(2, '0')}/BH/${random.pick(['PERINDAGKOP', 'DISPERINDAGKOP', 'KANKOP'])}/${year}`,
				3
			],
			[`${String(random.between(1, 240)).padStart(2, '0')}/BH/${regency}/${inMonth}/${year}`, 2],
			[`188.4/${random.between(20, 480)}/BH/${year}`, 2]
		]);
	if (year < 2019) return `00${random.between(1200, 9800)}/BH/M.KUKM.2/${inMonth}/${year}`;
	return `AHU-00${random.between(10_000, 99_999)}.AH.01.26.TAHUN ${year}`;
}
