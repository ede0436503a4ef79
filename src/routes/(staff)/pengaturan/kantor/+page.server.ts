import { createHash } from 'node:crypto';
import { changeCrest, changeIdentity, removeCrest } from '#clinic/offices/server/commands/office.ts';
import { ownOffice } from '#clinic/offices/server/reads.ts';
import { found } from '#platform/refusal.ts';
import { act, page } from '#platform/web/page.ts';

export const load = page('office.manage', async ({ reader, actor }) => {
	const { name, brand, address, phone, zone, code, idleMinutes, crest } = found(await ownOffice(reader, actor));
	return {
		office: { name, brand, address, phone, zone, code, idleMinutes },
		// The address changes with the picture, so that a new one is seen at once.
		crestUrl: crest ? `/lambang/${code}?${createHash('sha256').update(crest.base64).digest('hex').slice(0, 8)}` : null
	};
});

export const actions = {
	identity: act(changeIdentity),
	crest: act(changeCrest),
	removeCrest: act(removeCrest)
};
