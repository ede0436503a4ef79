import { fail, redirect, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit';
import { m } from '#messages';
import { lock, unlock } from '#platform/sign-in/session.ts';
import { visitorOf } from '#platform/sign-in/visitor.ts';
import { ownPath, pageAddress } from '#platform/web/address.ts';
import { heldForm, holdForm } from '#platform/web/held.ts';
import { needing, PUBLIC } from '#platform/web/page.ts';

const start = '/kantor?mulai';

export const load = needing(PUBLIC, ({ locals, url }: ServerLoadEvent) => {
	const onward = ownPath(url.searchParams.get('lanjut'), start);
	if (!locals.locked && !locals.account) redirect(303, `/masuk?lanjut=${encodeURIComponent(onward)}`);
	// `tetap`: a form was kept and is offered to be sent again.
	if (!locals.locked && !url.searchParams.has('tetap')) redirect(303, onward);
	return { onward, name: locals.locked?.name ?? locals.account?.name ?? '', isLocked: locals.locked !== null };
});

/** The button in the menu, and the idle screen itself. */
const pasang = needing(PUBLIC, async ({ locals, request, url }: RequestEvent) => {
	const onward = pageAddress(new URL(ownPath((await request.formData()).get('lanjut'), start), url));
	if (locals.account) await lock(locals.database, locals.account.sessionId, locals.now);
	redirect(303, `/kunci?lanjut=${encodeURIComponent(onward)}`);
});

const buka = needing(PUBLIC, async (event: RequestEvent) => {
	const { locals, request } = event;
	const form = await request.formData();
	const onward = ownPath(form.get('lanjut'), start);
	const sealed = form.get('held');
	const password = form.get('password');
	if (!locals.locked) redirect(303, onward);
	const stay = { held: typeof sealed === 'string' ? sealed : null, onward };
	if (typeof password !== 'string' || password === '')
		return fail(422, { ...stay, errors: { password: m.field_required() } });
	const answer = await unlock(locals.database, visitorOf(event), locals.locked, password);
	if (answer.outcome === 'wait')
		return fail(429, { ...stay, message: m.sign_in_wait({ minutes: Math.ceil(answer.seconds / 60) }) });
	if (answer.outcome !== 'in') return fail(401, { ...stay, errors: { password: m.lock_wrong() } });
	const resend = heldForm(sealed, locals.now);
	if (!resend) redirect(303, onward);
	return { resend };
});

/** A form came from a locked screen: kept in the page until the password is given. */
const tahan = needing(PUBLIC, async ({ locals, request, url }: RequestEvent) => {
	const action = ownPath(url.searchParams.get('ke'), '/');
	const onward = ownPath(url.searchParams.get('lanjut'), start);
	const held = holdForm(action, await request.formData(), locals.now);
	// Unlocked meanwhile, in another window.
	if (!locals.locked) return { resend: heldForm(held, locals.now) };
	return fail(423, { held, onward, message: held ? m.held_unlock() : m.held_too_large() });
});

export const actions = { pasang, buka, tahan };
