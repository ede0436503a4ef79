import { newestBookYearDue } from '#clinic/cooperatives/signs.ts';
import type { Evidence, Facts, FindSigns, YearFigures } from '../facts.ts';

/** Our own limits, not those of a regulation: shown as such. Percent. */
export const limits = { ownCapitalToAssets: 20n, ownCapitalStrong: 40n, turnoverFall: 20n, membersFall: 10n } as const;

/** UU 11/2020 lets nine people found a primary cooperative; read from a second source only. */
export const fewestMembers = 9;

/** The newest book year and those right before it, without a gap, newest first. */
function running(figures: readonly YearFigures[]): YearFigures[] {
	const years = [...figures].sort((a, b) => b.bookYear - a.bookYear);
	return years.filter(({ bookYear }, back) => bookYear === years[0]!.bookYear - back);
}

/** What the yearly figures show: losses, capital eaten up, a business or membership that shrinks. */
export const figureSigns: FindSigns = (facts) => {
	const years = running(facts.figures);
	const [newest, previous, first] = years;
	if (!newest) return [];
	return [
		...surplus(newest, previous),
		...capital(newest),
		...turnover(newest, previous),
		...membership(newest, previous, facts),
		...fellTwice('ownCapitalShrank', [newest, previous, first], ({ ownCapitalRupiah }) => ownCapitalRupiah),
		...fellTwice('turnoverFellTwice', [newest, previous, first], ({ turnoverRupiah }) => turnoverRupiah),
		...fellTwice('membersFellTwice', [newest, previous, first], ({ members }) =>
			members === null ? null : BigInt(members)
		),
		...(newest.managers === 0 ? [{ code: 'noManagerOnRecord', params: { bookYear: newest.bookYear } }] : []),
		...(newest.members === null && newest.assetsRupiah !== null
			? [{ code: 'membersUnknown', params: { bookYear: newest.bookYear } }]
			: []),
		...old(newest, facts)
	];
};

/** What the figures show to be sound. */
export const soundFigureSigns: FindSigns = ({ figures }) => {
	const [newest, previous] = running(figures);
	if (!newest) return [];
	const { bookYear, netSurplusRupiah, ownCapitalRupiah, assetsRupiah, turnoverRupiah, members } = newest;
	const signs: Evidence[] = [];
	if (netSurplusRupiah !== null && netSurplusRupiah > 0n)
		signs.push({ code: 'surplus', params: { bookYear, amountRupiah: String(netSurplusRupiah) } });
	if (ownCapitalRupiah !== null && assetsRupiah !== null && assetsRupiah > 0n)
		if (ownCapitalRupiah * 100n >= assetsRupiah * limits.ownCapitalStrong)
			signs.push({ code: 'ownCapitalStrong', params: { bookYear, percent: percent(ownCapitalRupiah, assetsRupiah) } });
	const span = previous && { fromYear: previous.bookYear, toYear: bookYear };
	if (
		span &&
		turnoverRupiah !== null &&
		turnoverRupiah > 0n &&
		turnoverRupiah >= (previous.turnoverRupiah ?? turnoverRupiah + 1n)
	)
		signs.push({ code: 'turnoverHeld', params: span });
	if (span && members !== null && previous.members !== null && members >= previous.members)
		signs.push({ code: 'membersHeld', params: { ...span, from: previous.members, to: members } });
	return signs;
};

/** Lower than the year before, and that lower than the year before it. */
function fellTwice(
	code: string,
	[newest, previous, first]: readonly [YearFigures, YearFigures | undefined, YearFigures | undefined],
	of: (year: YearFigures) => bigint | null
): Evidence[] {
	if (!previous || !first) return [];
	const [now, before, begin] = [of(newest), of(previous), of(first)];
	if (now === null || before === null || begin === null || !(now < before && before < begin)) return [];
	return [{ code, params: { fromYear: first.bookYear, toYear: newest.bookYear } }];
}

/** No accounts for two book years that are due. */
const old = ({ bookYear }: YearFigures, { today }: Facts): Evidence[] =>
	bookYear < newestBookYearDue(today) - 1 ? [{ code: 'figuresOld', params: { bookYear } }] : [];

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
