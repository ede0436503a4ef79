/** Where to go on: only ever a path of ours. `//elsewhere`, `/\elsewhere` and `https://elsewhere` lead to `otherwise`. */
export function ownPath(to: unknown, otherwise: string): string {
	if (typeof to !== 'string' || !/^\/(?![/\\])/.test(to) || to.length > 2000) return otherwise;
	const base = 'http://own.invalid';
	if (!URL.canParse(to, base)) return otherwise;
	const target = new URL(to, base);
	return target.origin === base ? target.pathname + target.search : otherwise;
}

/** A page's own address, without the name of the action that a form was sent to. */
export function pageAddress({ pathname, searchParams }: Pick<URL, 'pathname' | 'searchParams'>): string {
	const rest = new URLSearchParams([...searchParams].filter(([name]) => !name.startsWith('/')));
	return rest.size > 0 ? `${pathname}?${rest}` : pathname;
}
