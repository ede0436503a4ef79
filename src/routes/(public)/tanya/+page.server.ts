import { redirect, type RequestEvent } from '@sveltejs/kit';
import { usualDays } from '#clinic/consultations/clocks.ts';
import { beginQuestion } from '#clinic/consultations/server/commands/asking.ts';
import { officeIdByCode, publicOffices } from '#clinic/offices/server/reads/public.ts';
import { systemActor } from '#platform/actor.ts';
import { perform } from '#platform/command.ts';
import { newId } from '#platform/ids.ts';
import { linkToken } from '#platform/links/links.ts';
import { Refusal } from '#platform/refusal.ts';
import { attempt, limit, networkOf } from '#platform/throttle.ts';
import { answerTo, needing, PUBLIC, publicPage } from '#platform/web/page.ts';
import { officeAsked, overTheDoor } from '../over-the-door.ts';

export const csr = false;

export const load = publicPage(async (event) => {
	const office = await officeAsked(event);
	if (!office) {
		const { offices } = await publicOffices(event.locals.database, '');
		if (offices.length === 1) redirect(307, `/tanya?kantor=${offices[0]!.code}`);
		return { office: null, offices, days: usualDays };
	}
	return {
		office: { code: office.code, brand: office.brand, name: office.name },
		offices: [],
		days: usualDays,
		shell: await overTheDoor(event, office)
	};
});

export const actions = {
	/** Agreed to the small print: a link of the asker's own, and from there page by page. */
	default: needing(PUBLIC, async (event: RequestEvent) => {
		const { database, now, requestId, address } = event.locals;
		const form = await event.request.formData();
		let token: string;
		try {
			const officeId = await officeIdByCode(database, event.url.searchParams.get('kantor') ?? '');
			const waitSeconds = await attempt(database, limit('question', [networkOf(address)], 20, 3600), now);
			if (waitSeconds !== null) throw new Refusal('consultations.tooMany', { minutes: Math.ceil(waitSeconds / 60) });
			const actor = systemActor('halaman tanya', officeId, [beginQuestion.needs]);
			const sent = String(form.get('commandId') ?? '');
			const request = { database, actor, now, requestId, commandId: /^[0-9a-f-]{36}$/.test(sent) ? sent : newId() };
			const { linkId } = await perform(request, beginQuestion, {
				threadId: newId(),
				agreed: form.get('agreed') ?? undefined
			});
			token = linkToken(linkId);
		} catch (problem) {
			return answerTo(problem, form);
		}
		redirect(303, `/tanya/${token}/isi/question`);
	})
};
