import { recordPlace } from '#clinic/cooperatives/server/commands/place.ts';
import { recordOf } from '#clinic/cooperatives/server/reads/record.ts';
import { act, page } from '#platform/web/page.ts';
import { aroundRecord } from '../../record.ts';
import { ofRecord } from '../of-record.ts';

export const load = page('register.view', async (asked) => {
	const around = await aroundRecord(asked, 'peta');
	const { latitude, longitude, placeAccuracyMetres, placeConfirmedOn, placeConfirmedBy, address } = await recordOf(
		asked.reader,
		asked.actor,
		around.identity.id
	);
	return {
		...around,
		address,
		place:
			latitude === null || longitude === null
				? null
				: { latitude, longitude, placeAccuracyMetres, placeConfirmedOn, placeConfirmedBy }
	};
});

export const actions = { default: act(recordPlace, { with: ofRecord }) };
