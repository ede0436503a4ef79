import { publicOffice } from '#clinic/offices/server/reads/public.ts';
import { shellOf } from '#ui/shell.ts';
import type { ServerLoadEvent } from '@sveltejs/kit';

/** Over this door stands this office's name, whichever office the visitor may work in. */
export async function overTheDoor(
	{ parent }: Pick<ServerLoadEvent, 'parent'>,
	office: Pick<Awaited<ReturnType<typeof publicOffice>>, 'brand' | 'name' | 'code' | 'hasCrest'>
) {
	const shell = shellOf(await parent());
	return (
		shell && {
			...shell,
			brand: office.brand,
			officeName: office.name,
			crestUrl: office.hasCrest ? `/lambang/${office.code}` : null
		}
	);
}

/** The office that an address names in `kantor`, null without one. @throws Refusal missing */
export const officeAsked = async ({ locals, url }: Pick<ServerLoadEvent, 'locals' | 'url'>) => {
	const code = url.searchParams.get('kantor');
	return code === null ? null : publicOffice(locals.database, code, locals.now);
};
