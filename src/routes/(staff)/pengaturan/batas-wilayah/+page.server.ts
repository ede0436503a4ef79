import { extentOf } from '#clinic/offices/boundary-lines.ts';
import { areaPath, positionsOf, sheetFor } from '#clinic/offices/map-drawing.ts';
import { removeBoundaries, setBoundaries } from '#clinic/offices/server/commands/boundaries.ts';
import { boundariesFile } from '#clinic/offices/server/reads/boundaries.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('office.manage', async ({ reader, actor, event }) => {
	const file = await boundariesFile(reader, actor);
	if (!file) return { file, drawn: null, names: [], zone: event.locals.zone };
	const { shapes, ...facts } = file;
	const sheet = sheetFor(extentOf(positionsOf(shapes)));
	return {
		file: { ...facts, count: shapes.length },
		drawn: {
			width: sheet.width,
			height: sheet.height,
			areas: shapes.map((shape) => ({ name: shape.name, d: areaPath(shape, sheet) }))
		},
		names: shapes.map(({ name }) => name),
		zone: event.locals.zone
	};
});

export const actions = { set: act(setBoundaries), remove: act(removeBoundaries) };
