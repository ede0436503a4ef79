import { fail, redirect, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit';
import { m } from '#messages';
import { signIn, signInSecond, type SignInAnswer } from '#platform/sign-in/sign-in.ts';
import { keepCookies, visitorOf } from '#platform/sign-in/visitor.ts';
import { ownPath } from '#platform/web/address.ts';
import { heldForm, holdForm } from '#platform/web/held.ts';
import { needing, PUBLIC } from '#platform/web/page.ts';

const start = '/kantor?mulai';
const messages = new Set(['keluar', 'sandi-baru']);

export const load = needing(PUBLIC, ({ locals, url }: ServerLoadEvent) => {
	const onward = ownPath(url.searchParams.get('lanjut'), start);
	if (locals.locked) redirect(303, `/kunci?lanjut=${encodeURIComponent(onward)}`);
	// `tetap`: a form was kept and is offered to be sent again.
	if (locals.account && !url.searchParams.has('tetap')) redirect(303, onward);
	const message = url.searchParams.get('pesan');
	return { onward, isSignedIn: locals.account !== null, message: message && messages.has(message) ? message : null };
});

/** What both steps carry along. */
const carried = (form: FormData) => ({ onward: ownPath(form.get('lanjut'), start), held: text(form.get('held')) });
const text = (value: FormDataEntryValue | null) => (typeof value === 'string' && value !== '' ? value : null);

function goIn(event: RequestEvent, answer: Extract<SignInAnswer, { outcome: 'in' | 'second' }>, form: FormData) {
	keepCookies(event, answer.setCookies);
	const { onward, held } = carried(form);
	const resend = heldForm(held, event.locals.now);
	if (!resend) redirect(303, onward);
	return { step: 'resend' as const, resend };
}

const waitText = (seconds: number) => m.sign_in_wait({ minutes: Math.ceil(seconds / 60) });

const sandi = needing(PUBLIC, async (event: RequestEvent) => {
	const form = await event.request.formData();
	const [email, password] = [text(form.get('email')) ?? '', text(form.get('password')) ?? ''];
	const values = { email, formName: 'sandi' };
	const stay = { step: 'first' as const, values, ...carried(form) };
	const errors = {
		...(email.trim() === '' ? { email: m.field_required() } : {}),
		...(password === '' ? { password: m.field_required() } : {})
	};
	if (Object.keys(errors).length > 0) return fail(422, { ...stay, errors });
	const answer = await signIn(event.locals.database, visitorOf(event), { email, password });
	if (answer.outcome === 'wait') return fail(429, { ...stay, message: waitText(answer.seconds) });
	if (answer.outcome === 'in') return goIn(event, answer, form);
	if (answer.outcome !== 'second') return fail(401, { ...stay, message: m.sign_in_wrong() });
	keepCookies(event, answer.setCookies);
	return { step: 'second' as const, ...carried(form) };
});

const kode = needing(PUBLIC, async (event: RequestEvent) => {
	const form = await event.request.formData();
	const code = text(form.get('code')) ?? '';
	const stay = { step: 'second' as const, values: { formName: 'kode' }, ...carried(form) };
	if (code.trim() === '') return fail(422, { ...stay, errors: { code: m.field_required() } });
	// A spare code has letters in it, the telephone's has six digits.
	const kind = /^[\d\s]+$/.test(code) ? 'totp' : 'backup';
	const answer = await signInSecond(event.locals.database, visitorOf(event), { code, kind });
	if (answer.outcome === 'wait') return fail(429, { ...stay, message: waitText(answer.seconds) });
	if (answer.outcome === 'in') return goIn(event, answer, form);
	if (answer.outcome === 'wrong') return fail(401, { ...stay, message: m.sign_in_wrong_code() });
	return fail(401, { ...stay, step: 'first' as const, values: { formName: 'sandi' }, message: m.sign_in_again() });
});

/** A form came from someone who has been signed out: kept in the page until the sign-in is done. */
const tahan = needing(PUBLIC, async (event: RequestEvent) => {
	const { locals, request, url } = event;
	const form = await request.formData();
	const action = ownPath(url.searchParams.get('ke'), '/');
	const onward = ownPath(url.searchParams.get('lanjut'), start);
	const held = holdForm(action, form, locals.now);
	if (locals.account) return { step: 'resend' as const, resend: heldForm(held, locals.now) };
	return fail(401, {
		step: 'first' as const,
		onward,
		held,
		values: { formName: 'sandi' },
		message: held ? m.held_sign_in() : m.held_too_large()
	});
});

export const actions = { sandi, kode, tahan };
