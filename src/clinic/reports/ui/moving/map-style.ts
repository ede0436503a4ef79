import type { StyleSpecification } from 'maplibre-gl';
import { positionsOf } from '#clinic/offices/map-drawing.ts';
import { extentOf, type Extent, type Position } from '#clinic/offices/boundary-lines.ts';
import type { SentMap } from '../../spread.ts';

/** The layers that can be pressed. */
export const layers = { groups: 'groups', marks: 'marks' } as const;
export const sourceName = 'cooperatives';

/** From here on everything stands by itself: a street apart. */
const lastGroupedZoom = 14;

/** A map of our own data alone: no tiles, no letters and no pictures are fetched. */
export const styleOf = ({ spots, areas, labels }: SentMap): StyleSpecification => ({
	version: 8,
	sources: {
		areas: {
			type: 'geojson',
			data: collection(
				areas.map(({ polygons }) => ({
					type: 'MultiPolygon',
					coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]): Numbers => [x, y])))
				}))
			)
		},
		names: {
			type: 'geojson',
			data: collection(
				labels.map(([, ...position]) => point(position)),
				labels.map(([name]) => ({ name }))
			)
		},
		[sourceName]: {
			type: 'geojson',
			data: collection(
				spots.map(([, , ...rest]) => point([rest[0], rest[1]])),
				spots.map(([, , , , mark], at) => ({ mark, at }))
			),
			cluster: true,
			clusterRadius: 46,
			clusterMaxZoom: lastGroupedZoom,
			clusterProperties: { mark: ['max', ['get', 'mark']] }
		}
	},
	layers: [
		{ id: 'ground', type: 'background', paint: { 'background-color': '#fbfdfc' } },
		{ id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': '#e9f1ed' } },
		{ id: 'lines', type: 'line', source: 'areas', paint: { 'line-color': '#9db3a8', 'line-width': 1.2 } },
		{
			id: 'names',
			type: 'symbol',
			source: 'names',
			// Below a point amid others, not on it; marks come first, and names give way to them and to each other.
			layout: {
				'icon-image': ['concat', 'name:', ['get', 'name']],
				'icon-anchor': 'top',
				'icon-offset': [0, areas.length > 0 ? -8 : 22],
				'icon-padding': 3
			}
		},
		{
			id: layers.groups,
			type: 'symbol',
			source: sourceName,
			filter: ['has', 'point_count'],
			layout: {
				'icon-image': ['concat', 'group:', ['get', 'mark'], ':', ['get', 'point_count']],
				'icon-allow-overlap': true
			}
		},
		{
			id: layers.marks,
			type: 'symbol',
			source: sourceName,
			filter: ['!', ['has', 'point_count']],
			layout: { 'icon-image': ['concat', 'mark:', ['get', 'mark']], 'icon-allow-overlap': true }
		}
	]
});

type Numbers = [longitude: number, latitude: number];
type Geometry = { type: 'Point'; coordinates: Numbers } | { type: 'MultiPolygon'; coordinates: Numbers[][][] };

const point = ([longitude, latitude]: Position): Geometry => ({ type: 'Point', coordinates: [longitude, latitude] });

const collection = (geometries: readonly Geometry[], properties: readonly Record<string, string | number>[] = []) => ({
	type: 'FeatureCollection' as const,
	features: geometries.map((geometry, at) => ({
		type: 'Feature' as const,
		geometry,
		properties: properties[at] ?? {}
	}))
});

/** What the map shows at first: all points, or the areas where there is none. */
export const extentOfMap = ({ spots, areas }: SentMap): Extent =>
	extentOf(spots.length > 0 ? spots.map(([, , x, y]): Position => [x, y]) : positionsOf(areas));
