/** The book year that the address names (`tahun`), else the one that ended last. */
export function yearIn(params: URLSearchParams, today: string): number {
	const thisYear = Number(today.slice(0, 4));
	const asked = params.get('tahun') ?? '';
	const year = /^\d{4}$/.test(asked) ? Number(asked) : Number.NaN;
	return year >= 1950 && year <= thisYear ? year : thisYear - 1;
}

/** Book years to choose from: the last ten, and the one that is shown. */
export function yearsAround(today: string, shown: number): number[] {
	const newest = Number(today.slice(0, 4));
	const years = Array.from({ length: 11 }, (_, back) => newest - back);
	return years.includes(shown) ? years : [...years, shown];
}
