import {
	GeoJSONSource,
	Map as MovingMap,
	NavigationControl,
	Popup,
	ScaleControl,
	setWorkerUrl,
	type MapMouseEvent
} from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
// As a file of our own: the content policy knows no worker from a blob.
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { m } from '#messages';
import type { SentMap } from '../spread.ts';
import { imageNamed } from './moving/map-images.ts';
import { popupOf } from './moving/map-popup.ts';
import { extentOfMap, layers, sourceName, styleOf } from './moving/map-style.ts';

interface Seen {
	readonly groups: number;
	readonly single: number;
}

/**
 * Opens the moving map in a box, and settles once it stands.
 * @param address where its points are asked for
 * @param onSeen told what is in sight whenever the map has come to rest
 * @throws where the points do not come or the device has no WebGL
 */
export async function openMap(
	box: HTMLElement,
	address: string,
	onSeen: (seen: Seen) => void
): Promise<{ close: () => void }> {
	const answer = await fetch(address, { headers: { accept: 'application/json' } });
	if (!answer.ok) throw new Error(`points: ${answer.status}`);
	const sent = (await answer.json()) as SentMap;
	setWorkerUrl(worker);
	const [west, south, east, north] = extentOfMap(sent);
	const map = new MovingMap({
		container: box,
		style: styleOf(sent),
		bounds: [west, south, east, north],
		fitBoundsOptions: { padding: 44, maxZoom: 15 },
		maxZoom: 18,
		renderWorldCopies: false,
		attributionControl: false,
		dragRotate: false,
		pitchWithRotate: false,
		// A finger that scrolls the page must not be caught by the map.
		cooperativeGestures: true,
		locale: wordsOfMap()
	});
	map.touchZoomRotate.disableRotation();
	map.keyboard.disableRotation();
	map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
	map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');
	map.setMissingStyleImageResolver((id) => {
		const image = imageNamed(id);
		if (image && !map.hasImage(id)) map.addImage(id, image.data, { pixelRatio: image.ratio });
	});
	map.on('click', (event) => void press(map, event, sent));
	map.on('mousemove', ({ point }) => {
		map.getCanvas().style.cursor = at(map, point).length > 0 ? 'pointer' : '';
	});
	map.on('idle', () => onSeen(seenIn(map)));
	await new Promise<void>((stands, failed) => {
		map.once('load', () => stands());
		map.once('error', ({ error }) => failed(error));
	});
	return { close: () => map.remove() };
}

/** What a press may have meant: a fingertip is wider than a mark. */
function at(map: MovingMap, { x, y }: MapMouseEvent['point']) {
	const reach = 6;
	return map.queryRenderedFeatures(
		[
			[x - reach, y - reach],
			[x + reach, y + reach]
		],
		{ layers: Object.values(layers) }
	);
}

/** A group opens by coming nearer; marks say who stands there. */
async function press(map: MovingMap, { point, lngLat }: MapMouseEvent, { spots }: SentMap): Promise<void> {
	const pressed = at(map, point);
	const group = pressed.find(({ layer }) => layer.id === layers.groups);
	if (group) {
		const source = map.getSource(sourceName);
		if (!(source instanceof GeoJSONSource)) return;
		const zoom = await source.getClusterExpansionZoom(Number(group.properties['cluster_id']));
		map.easeTo({ center: lngLat, zoom });
		return;
	}
	// A mark on the edge of two tiles comes twice.
	const places = new Set(pressed.map(({ properties }) => Number(properties['at'])));
	const chosen = spots.filter((_, place) => places.has(place));
	const [first] = chosen;
	if (!first) return;
	new Popup({ maxWidth: '20rem', offset: 14 })
		.setLngLat([first[2], first[3]])
		.setDOMContent(popupOf(chosen))
		.addTo(map);
}

function seenIn(map: MovingMap): Seen {
	const count = (layer: string, id: string) =>
		new Set(map.queryRenderedFeatures({ layers: [layer] }).map(({ properties }) => properties[id] as number)).size;
	return { groups: count(layers.groups, 'cluster_id'), single: count(layers.marks, 'at') };
}

const wordsOfMap = () => ({
	'Map.Title': m.spread_map_title(),
	'NavigationControl.ZoomIn': m.spread_nearer(),
	'NavigationControl.ZoomOut': m.spread_further(),
	'Popup.Close': m.spread_close(),
	'ScaleControl.Meters': 'm',
	'ScaleControl.Kilometers': 'km',
	'CooperativeGesturesHandler.WindowsHelpText': m.spread_wheel(),
	'CooperativeGesturesHandler.MacHelpText': m.spread_wheel(),
	'CooperativeGesturesHandler.MobileHelpText': m.spread_fingers()
});
