import type { CooperativeTakenOver, PersonTakenOver } from '#clinic/cooperatives/take-over-forms.ts';
import type { BoardRole } from '#clinic/cooperatives/kinds.ts';
import { addDays, addMonths, type Day } from '#platform/clock.ts';
import { notAhead, type Calendar } from './calendar.ts';
import { sorts } from './families.ts';
import type { Outline } from './outline.ts';
import type { Random } from './random.ts';

type Meeting = CooperativeTakenOver['meetings'][number];
type Figures = CooperativeTakenOver['figures'][number];
type Term = CooperativeTakenOver['board'][number];

/** The newest book year that was reported; null where none ever was. */
export function lastReportedYear(
	random: Random,
	outline: Outline,
	founded: number,
	{ lastDue }: Calendar
): number | null {
	const silentYears =
		outline.silentYears ??
		random.weighted([
			[random.between(3, 5), 4],
			[random.between(6, 9), 4],
			[random.between(10, 17), 3]
		]);
	const year = { reporting: lastDue, silent: lastDue - (outline.missed ?? 1), inactive: lastDue - silentYears }[
		outline.standing
	];
	return year >= founded ? year : null;
}

/** Annual meetings by book year. A year without a row is not known, and of many an inactive one little is. */
export function meetings(
	random: Random,
	outline: Outline,
	founded: number,
	lastReported: number | null,
	calendar: Calendar
): Meeting[] {
	const { lastDue } = calendar;
	const rows: Meeting[] = [];
	const first = Math.max(founded, (lastReported ?? lastDue) - 5);
	const isForgotten = outline.standing === 'inactive' && !outline.key && random.chance(0.4);
	for (let bookYear = first; bookYear <= lastDue; bookYear += 1) {
		if (lastReported !== null && bookYear <= lastReported) {
			const isGap = !outline.key && bookYear < lastReported - 1 && random.chance(0.07);
			rows.push(isGap ? { bookYear, heldOn: null, reportedOn: null } : heldAndReported(random, bookYear, calendar));
		} else if (outline.standing === 'silent') {
			// Whoever is sick of something else holds the meeting and keeps its report back.
			const wasHeld = outline.illness ? outline.illness !== 'annualMeeting' : random.chance(0.3);
			rows.push({
				bookYear,
				heldOn: wasHeld ? notAhead(meetingDay(random, bookYear), calendar) : null,
				reportedOn: null
			});
		} else if (!isForgotten && bookYear > lastDue - 4) rows.push({ bookYear, heldOn: null, reportedOn: null });
	}
	const next = earlyMeeting(random, outline, founded, calendar);
	return next ? [...rows, next] : rows;
}

const meetingDay = (random: Random, bookYear: number): Day => addDays(`${bookYear + 1}-01-12`, random.between(0, 76));

function heldAndReported(random: Random, bookYear: number, calendar: Calendar): Meeting {
	const heldOn = notAhead(meetingDay(random, bookYear), calendar);
	return { bookYear, heldOn, reportedOn: notAhead(addDays(heldOn, random.between(4, 28)), calendar) };
}

/** Some hold the meeting of the book year that is not due yet in the first weeks of the year. */
function earlyMeeting(random: Random, outline: Outline, founded: number, calendar: Calendar): Meeting | null {
	const bookYear = calendar.lastDue + 1;
	if (outline.standing !== 'reporting' || founded > bookYear || !random.chance(0.4)) return null;
	const heldOn = meetingDay(random, bookYear);
	if (heldOn >= calendar.today) return null;
	const reportedOn = addDays(heldOn, random.between(4, 28));
	return { bookYear, heldOn, reportedOn: reportedOn < calendar.today ? reportedOn : null };
}

const paces = {
	growing: { growth: [0.03, 0.13], yield: [0.025, 0.065] },
	steady: { growth: [-0.03, 0.05], yield: [0.004, 0.03] },
	failing: { growth: [-0.2, -0.04], yield: [-0.07, -0.006] }
} as const;

/** Figures of up to five book years, each growing out of the one before. */
export function figures(random: Random, outline: Outline, founded: number, lastYear: number): Figures[] {
	const sort = sorts[outline.family];
	const pace = paces[outline.trend];
	const within = ([low, high]: readonly [number, number]) => low + (high - low) * random.next();
	let members = outline.members ?? Math.max(22, Math.round(sort.members * Math.exp(random.swing() * 0.8)));
	let assets = members * sort.assetsEach * 1000 * Math.exp(random.swing() * 0.6);
	let own = assets * Math.min(0.94, sort.own * (outline.illness === 'finance' ? 0.6 : 1) * (1 + random.swing() * 0.25));
	let trade = sort.turnover * (1 + random.swing() * 0.2);
	const rows: Figures[] = [];
	for (let bookYear = Math.max(founded, lastYear - 4); bookYear <= lastYear; bookYear += 1) {
		if (rows.length > 0) {
			// The year of the pandemic took its share from nearly all.
			const growth = within(pace.growth) - (bookYear === 2020 ? 0.07 : 0);
			assets *= 1 + growth;
			trade *= outline.trend === 'failing' ? 0.86 : 1 + random.swing() * 0.05;
			if (outline.members === undefined) members = Math.max(20, Math.round(members * (1 + growth * 0.45)));
		}
		const surplus = assets * (within(pace.yield) - (bookYear === 2020 ? 0.01 : 0));
		own = Math.min(assets * 0.95, Math.max(assets * 0.02, own * (1 + within(pace.growth) * 0.4) + surplus * 0.5));
		rows.push({
			bookYear,
			members,
			ownCapitalRupiah: rupiah(own),
			outsideCapitalRupiah: rupiah(Math.floor(assets) - Math.floor(own)),
			assetsRupiah: rupiah(assets),
			turnoverRupiah: rupiah(assets * trade),
			netSurplusRupiah: rupiah(surplus)
		});
	}
	return rows;
}

const rupiah = (amount: number) => String(Math.floor(amount));

const seats: readonly BoardRole[] = ['chair', 'secretary', 'treasurer'];

/** Its board: a term of at most five years (UU 25/1992 art. 29), running or ended, sometimes with the chair before. */
export function board(
	random: Random,
	outline: Outline,
	founded: number,
	lastReported: number | null,
	{ today }: Calendar,
	newPerson: (hasPhone: boolean) => PersonTakenOver,
	madeAt: Date
): { people: PersonTakenOver[]; terms: Term[] } {
	const isInactive = outline.standing === 'inactive';
	// Of most of the inactive ones no board can be found any more.
	if (isInactive && !outline.key && random.chance(0.4)) return { people: [], terms: [] };
	const { fromOn, untilOn } = termOf(random, outline, founded, lastReported, today);
	const people: PersonTakenOver[] = [];
	const seat = (role: BoardRole, from: Day, until: Day): Term => {
		const person = newPerson(outline.key !== undefined || random.chance(isInactive ? 0.3 : 0.88));
		people.push(role === 'chair' && people.length === 0 && outline.chair ? { ...person, name: outline.chair } : person);
		return { id: random.id(madeAt), personId: person.id, role, fromOn: from, untilOn: until };
	};
	const isShort = outline.illness === 'people';
	const terms = (isShort ? seats.slice(0, 2) : seats).map((role) => seat(role, fromOn, untilOn));
	// Where there are too few people one of them does the work of two.
	if (isShort) terms.push({ ...terms[1]!, id: random.id(madeAt), role: 'treasurer' });
	else if (random.chance(isInactive ? 0.4 : 0.8)) terms.push(seat('supervisor', fromOn, untilOn));
	const before = addMonths(fromOn, -60);
	if (!isInactive && before > `${founded}-03-01` && random.chance(0.3))
		terms.push(seat('chair', before, addDays(fromOn, -1)));
	return { people, terms };
}

function termOf(
	random: Random,
	outline: Outline,
	founded: number,
	lastReported: number | null,
	today: Day
): { fromOn: Day; untilOn: Day } {
	const years = random.between(3, 5);
	const elected = addDays(today, -72);
	if (outline.isRevived) return { fromOn: elected, untilOn: addMonths(elected, 60) };
	const untilOn = endOfTerm(random, outline, years, lastReported ?? founded, today);
	return { fromOn: later(addDays(addMonths(untilOn, -12 * years), 1), `${founded}-03-01`), untilOn };
}

function endOfTerm(random: Random, { standing, key }: Outline, years: number, lastSeen: number, today: Day): Day {
	if (standing === 'inactive') return earlier(`${lastSeen + random.between(1, 3)}-03-31`, addDays(today, -30));
	// Some who report have let the term run out.
	if (standing === 'reporting' && !key && random.chance(0.05)) return addDays(today, -random.between(20, 320));
	return `${Number(today.slice(0, 4)) + random.between(1, years - 1)}-03-31`;
}

const later = (one: Day, other: Day): Day => (one > other ? one : other);
const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
