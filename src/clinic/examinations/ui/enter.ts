/** Enter goes on to the next field, as in a sheet; it does not send a form that is half filled in. */
export function nextOnEnter(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
	const { target, currentTarget: box } = event;
	if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || target.type !== 'text') return;
	event.preventDefault();
	const fields = [...box.querySelectorAll<HTMLElement>('input:not([type=hidden]), select, textarea, [type=submit]')];
	const next = fields.slice(fields.indexOf(target) + 1).find((field) => field.offsetParent !== null);
	next?.focus();
}
