import type { Zone } from '#platform/clock.ts';
import type { IconName } from './icons.ts';

/** What every layout shows around a page: `data.shell`, made by the layouts' loads. */
export interface Shell {
	/** The name over the door. */
	readonly brand: string;
	/** Address of the crest; without one the house mark stands there. */
	readonly crestUrl: string | null;
	readonly officeName: string | null;
	/** True in the demonstration: a banner on every page. */
	readonly demo: boolean;
	readonly user: { readonly name: string; readonly initials: string } | null;
	/** What this person may open. */
	readonly nav: readonly NavItem[];
	readonly zone: Zone | null;
}

export interface NavItem {
	readonly href: string;
	readonly label: string;
	readonly icon?: IconName | undefined;
	/** How many wait there; nothing is shown for 0. */
	readonly count?: number | undefined;
	/** Only when the address alone does not tell. */
	readonly current?: boolean | undefined;
}

/** The shell in a page's data, or null where no layout has made one (error pages). */
export function shellOf(data: object): Shell | null {
	const shell = (data as { shell?: Shell | null }).shell;
	return shell ?? null;
}

/** The entry that a page belongs to: the one that says so, else the longest address that the page lies under. */
export function currentHref(
	items: readonly { readonly href: string; readonly current?: boolean | undefined }[],
	url: { readonly pathname: string; readonly search: string }
): string | null {
	const said = items.find((item) => item.current);
	if (said) return said.href;
	const here = url.pathname + url.search;
	const exact = items.find(({ href }) => href === here);
	if (exact) return exact.href;
	const under = items.filter(
		({ href }) => href === url.pathname || (href !== '/' && url.pathname.startsWith(`${href}/`))
	);
	return under.sort((a, b) => b.href.length - a.href.length)[0]?.href ?? null;
}
