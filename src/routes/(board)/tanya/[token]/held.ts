import { error, type RequestEvent } from '@sveltejs/kit';
import { needing } from '#platform/web/page.ts';

/** A link that opens nothing says why, on each page and after every press. */
export const held = <Event extends RequestEvent, Answer>(work: (event: Event) => Answer) =>
	needing('consultation.ask', (event: Event): Answer => {
		const { linkFault } = event.locals;
		if (linkFault) error(linkFault.status, linkFault.text);
		return work(event);
	});

export const placeOf = ({ params }: Pick<RequestEvent, 'params'>) => `/tanya/${params.token ?? ''}`;
