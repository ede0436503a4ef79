import { page } from '$app/state';

/**
 * The address of a form's action on the page as it stands, with all that the address says: an action at another address than
 * the page's would lead there instead of answering here.
 */
export function actionHere(name: string): string {
	const rest = new URLSearchParams([...page.url.searchParams].filter(([key]) => !key.startsWith('/')));
	return rest.size > 0 ? `?/${name}&${rest}` : `?/${name}`;
}
