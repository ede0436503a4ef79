import { redirect } from '@sveltejs/kit';
import { publicOffices } from '#clinic/offices/server/reads/public.ts';
import { publicPage } from '#platform/web/page.ts';

export const csr = false;

export const load = publicPage(async ({ locals, url }) => {
	const asked = (url.searchParams.get('q') ?? '').trim();
	const { offices, total } = await publicOffices(locals.database, asked);
	if (total === 1 && offices[0]) redirect(307, `/k/${offices[0].code}`);
	return { asked, offices, total };
});
