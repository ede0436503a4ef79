import { redirect, type RequestEvent } from '@sveltejs/kit';
import { beginFor } from '#clinic/consultations/server/commands/begin.ts';
import { publicOffices } from '#clinic/offices/server/reads/public.ts';
import { isId, newId } from '#platform/ids.ts';
import { answerTo, needing, PUBLIC, publicPage } from '#platform/web/page.ts';
import { officeAsked, overTheDoor } from '../over-the-door.ts';

export const csr = false;

export const load = publicPage(async (event) => {
	const office = await officeAsked(event);
	if (!office) {
		const { offices } = await publicOffices(event.locals.database, '');
		if (offices.length === 1) redirect(307, `/tanya?kantor=${offices[0]!.code}`);
		return { office: null, offices };
	}
	return {
		office: { code: office.code, brand: office.brand, name: office.name },
		offices: [],
		shell: await overTheDoor(event, office)
	};
});

export const actions = {
	/** Agreed to the small print: a link of the asker's own, and from there page by page. */
	default: needing(PUBLIC, async (event: RequestEvent) => {
		const { database, now, requestId, address } = event.locals;
		const form = await event.request.formData();
		const commandId = String(form.get('commandId') ?? '');
		let token: string;
		try {
			token = await beginFor({
				database,
				now,
				requestId,
				address,
				officeCode: event.url.searchParams.get('kantor') ?? '',
				agreed: form.get('agreed') ?? undefined,
				commandId: isId(commandId) ? commandId : newId()
			});
		} catch (problem) {
			return answerTo(problem, form);
		}
		redirect(303, `/tanya/${token}/isi/question`);
	})
};
