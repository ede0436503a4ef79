import type { CooperativeTakenOver, PersonTakenOver } from '#clinic/cooperatives/take-over-forms.ts';
import { addDays, type Day } from '#platform/clock.ts';
import type { Calendar } from './calendar.ts';
import { sorts } from './families.ts';
import { board, figures, lastReportedYear, meetings } from './history.ts';
import { legalNumber } from './legal-numbers.ts';
import { cooperativeName } from './names.ts';
import type { Outline } from './outline.ts';
import type { Region } from './people.ts';
import { address, registryNumber, type Place } from './places.ts';
import type { Random } from './random.ts';

/** What an office's cooperatives have in common while they are made. */
export interface Workshop {
	readonly random: Random;
	readonly region: Region;
	readonly places: readonly Place[];
	readonly calendar: Calendar;
	/** The moment of taking over: what ids are made of. */
	readonly madeAt: Date;
	readonly newPerson: (hasPhone: boolean) => PersonTakenOver;
	/** Prefix of telephone numbers that nobody has. */
	readonly phonePrefix: string;
	readonly usedNames: Set<string>;
	/** Last running number by village. */
	readonly running: Map<string, number>;
}

/** One cooperative and its people, out of its outline and chance. */
export function cooperative(
	workshop: Workshop,
	outline: Outline
): { cooperative: CooperativeTakenOver; people: PersonTakenOver[] } {
	const { random, region, calendar, madeAt, newPerson } = workshop;
	const sort = sorts[outline.family];
	const founded = outline.founded ?? foundingYear(random, outline, calendar);
	const foundedOn = foundingDay(random, outline, founded, calendar);
	const place = placeFor(workshop, outline);
	const lastReported = lastReportedYear(random, outline, founded, calendar);
	const { people, terms } = board(random, outline, founded, lastReported, calendar, newPerson, madeAt);
	const isActive = outline.standing !== 'inactive';
	const legalOn = outline.legalOn ?? addDays(foundedOn, random.between(12, 150));
	const isAddressKnown = isActive || random.chance(0.45);
	return {
		people,
		cooperative: {
			id: random.id(madeAt),
			name: outline.name ?? freshName(workshop, outline, founded, place),
			kind: sort.kind,
			pattern: sort.pattern,
			form: sort.form,
			reach: 'regency',
			hasSavingsUnit: outline.hasSavingsUnit ?? random.chance(sort.savingsUnits),
			legalNumber:
				outline.legalNumber ?? legalNumber(random, region, Number(legalOn.slice(0, 4)), Number(legalOn.slice(5, 7))),
			legalOn: legalOn < calendar.today ? legalOn : foundedOn,
			registryNumber:
				outline.key || random.chance(isActive ? 0.85 : 0.4) ? nextRegistryNumber(workshop, place.villageCode) : null,
			businessNumber: isActive && random.chance(0.6) ? businessNumber(random) : null,
			address: isAddressKnown ? address(random, region, place.villageName) : null,
			districtCode: place.districtCode,
			villageCode: isAddressKnown ? place.villageCode : null,
			phone:
				isActive && random.chance(0.6)
					? `${workshop.phonePrefix}-${String(random.between(0, 9999)).padStart(4, '0')}`
					: null,
			registryStatus: isActive ? 'active' : 'inactive',
			foundedOn,
			figures: lastReported === null ? [] : figures(random, outline, founded, lastReported),
			meetings: meetings(random, outline, founded, lastReported, calendar),
			board: terms
		}
	};
}

function foundingYear(random: Random, { family, standing, missed = 1 }: Outline, { today, lastDue }: Calendar): number {
	const [first, last] = sorts[family].founded;
	if (family === 'village') return Math.min(first, Number(today.slice(0, 4)) - 1);
	// Old enough for the history that its standing says.
	const latest = { reporting: lastDue - 1, silent: lastDue - missed - 1, inactive: lastDue - 6 }[standing];
	return random.between(first, Math.max(first, Math.min(last, latest)));
}

function foundingDay(random: Random, { family }: Outline, year: number, { today }: Calendar): Day {
	// Village cooperatives were founded from May to July of their year.
	const day =
		family === 'village'
			? addDays(`${year}-05-02`, random.between(0, 80))
			: addDays(`${year}-01-06`, random.between(0, 340));
	return day < today ? day : addDays(today, -60);
}

interface Spot {
	readonly districtCode: string;
	readonly districtName: string;
	readonly villageCode: string;
	readonly villageName: string;
}

function placeFor({ random, places }: Workshop, { district, village }: Outline): Spot {
	const found = district ? places.find(({ name }) => name === district) : random.pick(places);
	const spot = village ? found?.villages.find(({ name }) => name === village) : found && random.pick(found.villages);
	if (!found || !spot) throw new Error(`no such place: ${district ?? ''} ${village ?? ''}`);
	return { districtCode: found.code, districtName: found.name, villageCode: spot.code, villageName: spot.name };
}

/** Names are told apart within an office, but for a few that two cooperatives in different places really share. */
function freshName({ random, region, usedNames }: Workshop, { family }: Outline, founded: number, place: Spot): string {
	const tries = random.chance(0.01) ? 1 : 40;
	let name = cooperativeName(random, family, region, founded, place);
	for (let at = 1; at < tries && usedNames.has(name.toLowerCase()); at += 1)
		name = cooperativeName(random, family, region, founded, place);
	usedNames.add(name.toLowerCase());
	return name;
}

function nextRegistryNumber({ running }: Workshop, villageCode: string): string {
	const next = (running.get(villageCode) ?? 0) + 1;
	running.set(villageCode, next);
	return registryNumber(villageCode, next);
}

/** Thirteen digits beginning with the series of the business register; invented. */
const businessNumber = (random: Random) => `0000${String(random.between(0, 999_999_999)).padStart(9, '0')}`;
