import { boardRoles, type BoardRole } from '#clinic/cooperatives/kinds.ts';
import { addMonths, type Day } from '#platform/clock.ts';
import type { Evidence, FindSigns, TermFact } from '../facts.ts';

/** What the register itself shows: status, numbers, ways to reach it. */
export const registerSigns: FindSigns = ({ cooperative }) => {
	const signs: Evidence[] = [];
	const say = (is: boolean, code: string) => is && signs.push({ code, params: {} });
	say(cooperative.registryStatus === 'inactive', 'registryInactive');
	say(!cooperative.hasBusinessNumber, 'noBusinessNumber');
	say(!cooperative.hasRegistryNumber, 'noRegistryNumber');
	say(!cooperative.hasTaxNumber, 'noTaxNumber');
	say(!cooperative.hasAddress, 'noAddress');
	say(!cooperative.hasContact, 'noContact');
	return signs;
};

/** What it shows to be in order. */
export const soundRegisterSigns: FindSigns = ({ cooperative }) => {
	const known: readonly (readonly [boolean, string])[] = [
		[cooperative.hasBusinessNumber, 'businessNumberKnown'],
		[cooperative.hasRegistryNumber, 'registryNumberKnown'],
		[cooperative.hasTaxNumber, 'taxNumberKnown'],
		[cooperative.hasContact, 'contactKnown']
	];
	return known.filter(([is]) => is).map(([, code]) => ({ code, params: {} }));
};

/** The three without whom a board cannot act. */
const offices: readonly BoardRole[] = ['chair', 'secretary', 'treasurer'];

/** The board: terms that ended, offices vacant or doubled, no supervisory board. */
export const boardSigns: FindSigns = ({ boardTerms, today }) => {
	if (boardTerms.length === 0) return [{ code: 'noBoardOnRecord', params: {} }];
	const signs: Evidence[] = [];
	const current = boardTerms.filter((term) => isCurrent(term, today));
	const ended = boardTerms.filter(({ role, untilOn }) => offices.includes(role) && untilOn !== null && untilOn < today);
	const boardNow = current.filter(({ role }) => offices.includes(role));
	if (boardNow.length === 0 && ended.length > 0)
		signs.push({
			code: 'boardTermsEnded',
			params: {
				on: ended
					.map(({ untilOn }) => untilOn!)
					.sort()
					.at(-1)!
			}
		});
	const vacant = offices.filter((role) => !current.some((term) => term.role === role));
	if (boardNow.length > 0 && vacant.length > 0)
		signs.push({ code: 'officesVacant', params: { roles: vacant.join(',') } });
	const doubled = doubledRoles(current);
	if (doubled.length > 0) signs.push({ code: 'officesDoubled', params: { roles: doubled.join(',') } });
	if (!current.some(({ role }) => role === 'supervisor')) signs.push({ code: 'noSupervisor', params: {} });
	return [...signs, ...longChair(boardTerms, today)];
};

/** What the board shows to be in order. */
export const soundBoardSigns: FindSigns = ({ boardTerms, today }) => {
	const current = boardTerms.filter((term) => isCurrent(term, today));
	const boardNow = current.filter(({ role }) => offices.includes(role));
	const signs: Evidence[] = [];
	if (boardNow.length > 0) signs.push({ code: 'boardInOffice', params: {} });
	const isWhole = offices.every((role) => boardNow.some((term) => term.role === role));
	if (isWhole && doubledRoles(current).length === 0) signs.push({ code: 'boardWhole', params: {} });
	for (const [role, code] of [
		['supervisor', 'supervisorInOffice'],
		['manager', 'managerInOffice']
	] as const)
		if (current.some((term) => term.role === role)) signs.push({ code, params: {} });
	return signs;
};

/** Years after which a chair has served long. Ours: two terms of five years, the longest that a term may be. */
const longYears = 10;

function longChair(boardTerms: readonly TermFact[], today: Day): Evidence[] {
	const chair = boardTerms.find((term) => term.role === 'chair' && isCurrent(term, today));
	const since = boardTerms
		.filter(({ role, personId, fromOn }) => role === 'chair' && personId === chair?.personId && fromOn !== null)
		.map(({ fromOn }) => fromOn!)
		.sort()[0];
	if (!chair || since === undefined || addMonths(since, longYears * 12) > today) return [];
	return [{ code: 'chairLong', params: { on: since } }];
}

const isCurrent = ({ fromOn, untilOn }: TermFact, today: Day) =>
	(fromOn === null || fromOn <= today) && (untilOn === null || untilOn >= today);

/** The roles of everybody who holds two or more at once, in the order of the list. */
function doubledRoles(current: readonly TermFact[]): BoardRole[] {
	const held = new Map<string, Set<BoardRole>>();
	for (const { personId, role } of current) held.set(personId, (held.get(personId) ?? new Set()).add(role));
	const doubled = new Set([...held.values()].filter((roles) => roles.size > 1).flatMap((roles) => [...roles]));
	return boardRoles.filter((role) => doubled.has(role));
}
