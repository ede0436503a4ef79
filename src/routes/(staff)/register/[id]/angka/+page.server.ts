import { recordFigures } from '#clinic/cooperatives/server/commands/figures.ts';
import { figuresOf } from '#clinic/cooperatives/server/reads/parts.ts';
import { act, page } from '#platform/web/page.ts';
import { aroundRecord } from '../../record.ts';
import { ofRecord } from '../of-record.ts';
import { yearIn } from '../year.ts';

export const load = page('register.view', async (asked) => {
	const around = await aroundRecord(asked, 'angka');
	const figures = await figuresOf(asked.reader, around.identity.id);
	const year = yearIn(asked.event.url.searchParams, around.today);
	return {
		...around,
		figures: figures.map(
			({ createdAt: _created, officeId: _office, cooperativeId: _id, version: _version, ...rest }) => rest
		),
		year
	};
});

export const actions = { default: act(recordFigures, { with: ofRecord }) };
