/** Which page of a list the address names, from 1. */
export function pageIn(params: URLSearchParams): number {
	const asked = params.get('hal') ?? '';
	return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1;
}

/** One of the options that the address names, null for none or another. */
export const chosenIn = <const Option extends string>(
	params: URLSearchParams,
	name: string,
	options: readonly Option[]
): Option | null => options.find((option) => option === params.get(name)) ?? null;

type Address = Pick<URL, 'pathname' | 'search'>;

/** The same page with other parameters; an empty one goes, and with any change but its own the page number. */
export function addressWith(url: Address, changes: Readonly<Record<string, string>>): string {
	const params = new URLSearchParams(url.search);
	params.delete('hal');
	for (const [name, value] of Object.entries(changes))
		if (value === '') params.delete(name);
		else params.set(name, value);
	return params.size > 0 ? `${url.pathname}?${params}` : url.pathname;
}

interface Paged {
	readonly previous: string | null;
	readonly next: string | null;
	readonly from: number;
	readonly to: number;
	readonly total: number;
}

/** What the pager shows of a list that is asked for `size` at a time. */
export function paged(url: Pick<URL, 'pathname' | 'search' | 'searchParams'>, total: number, size: number): Paged {
	const at = pageIn(url.searchParams);
	const from = (at - 1) * size + 1;
	const address = (to: number) => addressWith(url, { hal: to === 1 ? '' : String(to) });
	return {
		previous: at > 1 ? address(at - 1) : null,
		next: at * size < total ? address(at + 1) : null,
		from,
		to: Math.min(at * size, total),
		total
	};
}
