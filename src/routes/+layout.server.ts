import type { LayoutServerLoad } from './$types';

/** The frame of the page. Asks for the route, so that it is made anew on the way from a public page to a staff page. */
export const load: LayoutServerLoad = ({ locals, route }) => ({
	shell: locals.shell,
	/** Minutes after which an unwatched screen locks; null where nobody is signed in or the page is for everybody. */
	idleMinutes: route.id?.startsWith('/(staff)') ? locals.idleMinutes : null
});
