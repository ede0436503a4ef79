import { recordPlace } from '#clinic/cooperatives/server/commands/place.ts';
import { addDays } from '#platform/clock.ts';
import type { OfficeKey } from './offices.ts';
import type { Place } from './places.ts';
import { randomFrom } from './random.ts';
import type { Register } from './registers.ts';
import { actIn, type Stage } from './scene.ts';
import { clockTime } from './when.ts';

type Office = Exclude<OfficeKey, 'bogor'>;
type Centre = readonly [latitude: number, longitude: number];

/** Roughly where each district's settlements lie, by its name; read off by eye and good to a few kilometres. */
const centres: Readonly<Record<string, Centre>> = {
	Kalijambe: [-7.46, 110.825],
	Plupuh: [-7.45, 110.885],
	Masaran: [-7.468, 110.945],
	Kedawung: [-7.482, 111.02],
	Sambirejo: [-7.505, 111.085],
	Gondang: [-7.445, 111.1],
	Sambungmacan: [-7.375, 111.1],
	Ngrampal: [-7.395, 111.045],
	Karangmalang: [-7.45, 111.03],
	Sragen: [-7.425, 111.02],
	Sidoharjo: [-7.425, 110.965],
	Tanon: [-7.405, 110.925],
	Gemolong: [-7.395, 110.83],
	Miri: [-7.365, 110.785],
	Sumberlawang: [-7.33, 110.84],
	Mondokan: [-7.335, 110.93],
	Sukodono: [-7.35, 110.975],
	Gesi: [-7.335, 111.03],
	Tangen: [-7.315, 111.07],
	Jenar: [-7.32, 111.125],
	Gerokgak: [-8.2, 114.72],
	Seririt: [-8.21, 114.93],
	Busungbiu: [-8.27, 114.95],
	Banjar: [-8.205, 115.0],
	Sukasada: [-8.185, 115.1],
	Buleleng: [-8.13, 115.085],
	Sawan: [-8.135, 115.17],
	Kubutambahan: [-8.115, 115.22],
	Tejakula: [-8.15, 115.34]
};

/** A district is wide inland; on Bali's north coast the sea begins a kilometre away. */
const spread: Readonly<Record<Office, number>> = { sragen: 0.016, buleleng: 0.011 };
const desk: Readonly<Record<Office, string>> = { sragen: 'siti', buleleng: 'sriani' };
const placesNoted = 64;

/**
 * What the desk has noted from its colleagues' visits: some dozens of invented points near the middle of their real districts.
 * Most cooperatives have none yet, as in every office.
 */
export async function notePlaces(
	stage: Stage,
	key: Office,
	{ cooperatives }: Register,
	places: readonly Place[],
	today: string
): Promise<void> {
	const districts = new Map(places.map(({ code, name }) => [code, name]));
	const random = randomFrom(`${key}.places`);
	const near = (centre: number) => (centre + random.swing() * spread[key]).toFixed(5).replace('.', ',');
	for (const [at, { id, districtCode }] of cooperatives.slice(0, placesNoted).entries()) {
		const centre = centres[districts.get(districtCode ?? '') ?? ''];
		if (!centre) continue;
		const on = addDays(today, -90 + at);
		const seen = clockTime(on, '11:00', stage.zone);
		await actIn(stage, `${key}.place.${at}`, seen)(desk[key], recordPlace, {
			cooperativeId: id,
			latitude: near(centre[0]),
			longitude: near(centre[1]),
			placeAccuracyMetres: String(random.between(5, 60)),
			placeConfirmedOn: on,
			seenVersion: 1
		});
	}
}
