import { redirect, type RequestEvent } from '@sveltejs/kit';
import { holdAtDoor } from '#clinic/visits/server/hold-at-door.ts';
import { holdSlot } from '#clinic/visits/server/commands/appointments/booking.ts';
import { publicBooking } from '#clinic/visits/server/reads/public-booking.ts';
import { newId } from '#platform/ids.ts';
import { formValues } from '#platform/web/form.ts';
import { answerTo, needing, PUBLIC, publicPage } from '#platform/web/page.ts';
import { overTheDoor } from '../../over-the-door.ts';

/** Cheap telephones on weak networks: the page is whole without script, so none is sent. */
export const csr = false;

export const load = publicPage(async (event) => {
	const { locals, params, url } = event;
	const chosen = { serviceId: url.searchParams.get('layanan'), way: url.searchParams.get('cara') };
	const booking = await publicBooking(locals.database, params.code ?? '', chosen, locals.now);
	const { office } = booking;
	return {
		...booking,
		office: { code: office.code, brand: office.brand, name: office.name, phone: office.phone, zone: office.zone },
		day: booking.days.find(({ on }) => on === url.searchParams.get('hari')) ?? null,
		shell: await overTheDoor(event, office)
	};
});

export const actions = {
	/** Holds the time that was pressed; nobody needs an account for it. */
	default: Object.assign(
		needing(PUBLIC, async ({ request, locals, params }: RequestEvent) => {
			const form = await request.formData();
			const { commandId, ...chosen } = await formValues(form);
			const { database, address, now, requestId } = locals;
			const coming = { database, code: params.code ?? '', address, now, requestId };
			const id = typeof commandId === 'string' && /^[0-9a-f-]{36}$/.test(commandId) ? commandId : newId();
			let token: string;
			try {
				token = await holdAtDoor({ ...coming, commandId: id }, chosen);
			} catch (problem) {
				return answerTo(problem, form);
			}
			redirect(303, `/j/${token}`);
		}),
		{ command: holdSlot.name }
	)
};
