import { fail, redirect, type RequestEvent, type ServerLoadEvent } from '@sveltejs/kit';
import { renderSVG } from 'uqr';
import * as v from 'valibot';
import { m } from '#messages';
import { beginTotp, endTotp, finishTotp, type TotpSetUp } from '#platform/sign-in/second-factor.ts';
import type { SignInAnswer } from '#platform/sign-in/sign-in.ts';
import { keepCookies, visitorOf } from '#platform/sign-in/visitor.ts';
import { openText, sealText } from '#platform/web/held.ts';
import { needing } from '#platform/web/page.ts';
import { accountOf } from '../../account.ts';

export const load = needing('account.own', (event: ServerLoadEvent) => ({ isOn: accountOf(event).twoFactorEnabled }));

const setUpSchema = v.object({ uri: v.string(), backupCodes: v.array(v.string()) });
type SetUp = TotpSetUp;

/** What the page shows of a set-up that has begun. It goes along sealed, so that a wrong code shows the same picture again. */
const shown = (setUp: SetUp, userId: string) => ({
	setUp: sealText(JSON.stringify(setUp), `totp.${userId}`),
	qr: `data:image/svg+xml,${encodeURIComponent(renderSVG(setUp.uri, { border: 2 }))}`,
	key: (new URL(setUp.uri).searchParams.get('secret') ?? '').replace(/(.{4})/g, '$1 ').trim(),
	backupCodes: setUp.backupCodes
});

const refused = (answer: SignInAnswer) =>
	answer.outcome === 'wait'
		? fail(429, { message: m.sign_in_wait({ minutes: Math.ceil(answer.seconds / 60) }) })
		: fail(422, { errors: { password: m.lock_wrong() } });

const mulai = needing('account.own', async (event: RequestEvent) => {
	const { userId } = accountOf(event);
	const password = String((await event.request.formData()).get('password') ?? '');
	const answer = await beginTotp(event.locals.database, visitorOf(event), userId, password);
	return answer.outcome === 'begun' ? shown(answer, userId) : refused(answer);
});

const pasang = needing('account.own', async (event: RequestEvent) => {
	const { userId } = accountOf(event);
	const form = await event.request.formData();
	const text = openText(form.get('setUp'), `totp.${userId}`);
	if (text === null) redirect(303, '/akun/langkah-kedua');
	const setUp = v.parse(setUpSchema, JSON.parse(text));
	const answer = await finishTotp(event.locals.database, visitorOf(event), String(form.get('code') ?? ''));
	if (answer.outcome !== 'in') return fail(422, { ...shown(setUp, userId), errors: { code: m.sign_in_wrong_code() } });
	keepCookies(event, answer.setCookies);
	redirect(303, '/akun?selesai=langkah');
});

const matikan = needing('account.own', async (event: RequestEvent) => {
	const { userId } = accountOf(event);
	const password = String((await event.request.formData()).get('password') ?? '');
	const answer = await endTotp(event.locals.database, visitorOf(event), userId, password);
	if (answer.outcome !== 'in') return refused(answer);
	redirect(303, '/akun?selesai=langkah-mati');
});

export const actions = { mulai, pasang, matikan };
