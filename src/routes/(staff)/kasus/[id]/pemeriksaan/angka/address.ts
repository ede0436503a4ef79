import type { ServerLoadEvent } from '@sveltejs/kit';

/** What an address under the figures of a case says: the book year, and whose accounts. */
export function yearAsked({ url, params, locals }: Pick<ServerLoadEvent, 'url' | 'params' | 'locals'>) {
	const year = url.searchParams.get('tahun');
	return {
		caseId: params['id'] ?? '',
		now: locals.now,
		bookYear: year !== null && /^\d{4}$/.test(year) ? Number(year) : null,
		subject: url.searchParams.get('bagian')
	};
}

/** The address that says it. */
export const toYear = ({ bookYear, subject }: { bookYear: number; subject: string }): string =>
	`?tahun=${bookYear}${subject === 'whole' ? '' : `&bagian=${subject}`}`;
