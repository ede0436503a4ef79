import type { Tab } from './thread.ts';

/** Names of the tabs in an address. */
export const tabPlaces: Readonly<Record<Tab, string>> = {
	mine: 'saya',
	unassigned: 'belum-dibagi',
	all: 'semua',
	closed: 'selesai'
};

/** What of an address says which list it is: goes along from thread to thread. */
export const listQuery = (
	{ tab, text, page }: { readonly tab: Tab; readonly text: string; readonly page: number },
	change: Readonly<Record<string, string>> = {}
): string =>
	`?${new URLSearchParams({
		tab: tabPlaces[tab],
		...(text && { q: text }),
		...(page > 1 && { hal: String(page) }),
		...change
	})}`;
