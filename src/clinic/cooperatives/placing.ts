import { foldArea } from '#clinic/offices/areas.ts';
import { matchArea, type AreaChoice, type AreaMatch } from './area-match.ts';
import type { RegisterFields } from './import-row.ts';
import type { Note } from './notes.ts';

/** A district (level 3) or village (level 4) of the office's area. */
export interface Area extends AreaChoice {
	readonly parentCode: string | null;
	readonly level: number;
}

/** Where a row of a register lies. */
export interface Place {
	readonly districtCode: string | null;
	/** The district's own name; as written where it is none that we know. */
	readonly district: string | null;
	readonly villageCode: string | null;
	readonly notes: readonly Note[];
}

/** Finds district and village of row after row; the same words are looked up once. */
export function placer(areas: readonly Area[]): (fields: Pick<RegisterFields, 'district' | 'village'>) => Place {
	const districts = areas.filter(({ level }) => level === 3);
	const villages = Map.groupBy(
		areas.filter(({ level }) => level === 4),
		({ parentCode }) => parentCode
	);
	const known = new Map<string, AreaMatch | null>();
	const match = (text: string, parent: string, choices: readonly AreaChoice[]) => {
		const key = `${parent} ${foldArea(text)}`;
		let found = known.get(key);
		if (found === undefined) {
			found = matchArea(text, choices);
			if (known.size < REMEMBERED) known.set(key, found);
		}
		return found;
	};

	return ({ district, village }) => {
		const notes: Note[] = [];
		const inDistrict = district === null ? null : match(district, '', districts);
		if (district !== null) noteMatch(notes, 'district', 'districtUnknown', district, inDistrict);
		const inVillage =
			village === null || !inDistrict ? null : match(village, inDistrict.code, villages.get(inDistrict.code) ?? []);
		if (village !== null) noteMatch(notes, 'village', 'villageUnknown', village, inVillage);
		return {
			districtCode: inDistrict?.code ?? null,
			district: inDistrict?.name ?? district,
			villageCode: inVillage?.code ?? null,
			notes
		};
	};
}

const REMEMBERED = 50_000;

function noteMatch(
	notes: Note[],
	field: 'district' | 'village',
	unknown: 'districtUnknown' | 'villageUnknown',
	written: string,
	found: AreaMatch | null
): void {
	if (!found) notes.push({ code: unknown, field, from: written, to: null });
	else if (found.how === 'spelling') notes.push({ code: 'districtSpelling', field, from: written, to: found.name });
}
