import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '#messages';
import { changePassword } from '#platform/sign-in/session.ts';
import { requireStrong } from '#platform/sign-in/strength.ts';
import { visitorOf } from '#platform/sign-in/visitor.ts';
import { answerTo, needing } from '#platform/web/page.ts';
import { accountOf } from '../../account.ts';

export const load = needing('account.own', () => ({}));

const ganti = needing('account.own', async (event: RequestEvent) => {
	const { locals, request } = event;
	const account = accountOf(event);
	const form = await request.formData();
	const [current, password] = [String(form.get('currentPassword') ?? ''), String(form.get('password') ?? '')];
	if (current === '') return fail(422, { errors: { currentPassword: m.field_required() } });
	try {
		await requireStrong(password, [account.name, account.email]);
	} catch (problem) {
		return answerTo(problem, form);
	}
	const answer = await changePassword(locals.database, visitorOf(event), account, { current, password });
	if (answer.outcome === 'wait')
		return fail(429, { message: m.sign_in_wait({ minutes: Math.ceil(answer.seconds / 60) }) });
	if (answer.outcome !== 'in') return fail(422, { errors: { currentPassword: m.lock_wrong() } });
	redirect(303, '/akun?selesai=sandi');
});

export const actions = { default: ganti };
