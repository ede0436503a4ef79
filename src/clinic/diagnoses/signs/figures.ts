import type { Evidence, Facts, FindSigns, YearFigures } from '../facts.ts';

/** Our own limits, not those of a regulation: shown as such. Percent. */
export const limits = { ownCapitalToAssets: 20n, turnoverFall: 20n, membersFall: 10n } as const;

/** UU 11/2020 lets nine people found a primary cooperative; read from a second source only. */
export const fewestMembers = 9;

/** What the yearly figures show: losses, capital eaten up, a business or membership that shrinks. */
export const figureSigns: FindSigns = (facts) => {
	const years = [...facts.figures].sort((a, b) => b.bookYear - a.bookYear);
	const [newest, before] = years;
	if (!newest) return [];
	const previous = before?.bookYear === newest.bookYear - 1 ? before : undefined;
	return [
		...surplus(newest, previous),
		...capital(newest),
		...turnover(newest, previous),
		...membership(newest, previous, facts)
	];
};

function surplus(newest: YearFigures, previous: YearFigures | undefined): Evidence[] {
	if (newest.netSurplusRupiah === null || newest.netSurplusRupiah >= 0n) return [];
	const loss: Evidence = {
		code: 'loss',
		params: { bookYear: newest.bookYear, amountRupiah: String(-newest.netSurplusRupiah) }
	};
	const again = previous !== undefined && previous.netSurplusRupiah !== null && previous.netSurplusRupiah < 0n;
	return again
		? [loss, { code: 'lossTwice', params: { fromYear: previous.bookYear, toYear: newest.bookYear } }]
		: [loss];
}

function capital({ bookYear, ownCapitalRupiah, assetsRupiah }: YearFigures): Evidence[] {
	if (ownCapitalRupiah === null) return [];
	if (ownCapitalRupiah <= 0n)
		return [{ code: 'ownCapitalGone', params: { bookYear, amountRupiah: String(ownCapitalRupiah) } }];
	if (assetsRupiah === null || assetsRupiah <= 0n) return [];
	if (ownCapitalRupiah * 100n >= assetsRupiah * limits.ownCapitalToAssets) return [];
	return [{ code: 'ownCapitalThin', params: { bookYear, percent: percent(ownCapitalRupiah, assetsRupiah) } }];
}

function turnover(newest: YearFigures, previous: YearFigures | undefined): Evidence[] {
	if (newest.turnoverRupiah === null) return [];
	if (newest.turnoverRupiah <= 0n) return [{ code: 'noTurnover', params: { bookYear: newest.bookYear } }];
	const was = previous?.turnoverRupiah;
	if (!previous || !was || was <= 0n) return [];
	const lost = was - newest.turnoverRupiah;
	if (lost * 100n < was * limits.turnoverFall) return [];
	const params = { fromYear: previous.bookYear, toYear: newest.bookYear, percent: percent(lost, was) };
	return [{ code: 'turnoverFell', params }];
}

function membership(newest: YearFigures, previous: YearFigures | undefined, { cooperative }: Facts): Evidence[] {
	const { members, bookYear } = newest;
	if (members === null) return [];
	const signs: Evidence[] = [];
	const was = previous?.members ?? 0;
	const lost = BigInt(was - members);
	if (previous && was > 0 && lost * 100n >= BigInt(was) * limits.membersFall)
		signs.push({
			code: 'membersFell',
			params: { fromYear: previous.bookYear, toYear: bookYear, from: was, to: members }
		});
	if (cooperative.form !== 'secondary' && members < fewestMembers)
		signs.push({ code: 'tooFewMembers', params: { bookYear, members, fewest: fewestMembers } });
	return signs;
}

/** A share as percent with one decimal, cut off, for showing: '17.3'. */
function percent(part: bigint, whole: bigint): string {
	const tenths = (part * 1000n) / whole;
	return `${tenths / 10n}.${tenths % 10n}`;
}
