import { renderSVG } from 'uqr';
import { openCode, trainingOf } from '#clinic/treatments/server/reads/trainings.ts';
import { linkToken } from '#platform/links/links.ts';
import { page } from '#platform/web/page.ts';

export const load = page('case.care', async ({ reader, actor, event }) => {
	const { now, zone } = event.locals;
	const training = await trainingOf(reader, actor, event.params.id ?? '');
	const code = await openCode(reader, actor, training.id, now);
	const address = code && `${event.url.origin}/hadir/${linkToken(code.id)}`;
	return {
		title: training.title,
		came: training.present.length,
		until: code?.expiresAt ?? null,
		qr: address && `data:image/svg+xml,${encodeURIComponent(renderSVG(address, { border: 1 }))}`,
		address,
		zone
	};
});
