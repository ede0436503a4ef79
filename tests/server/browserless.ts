import { newId } from '#platform/ids.ts';
import { worldPassword } from '../world/offices.ts';

/** A signed-in person without a browser: keeps its cookies, posts forms as a browser without script does. */
export interface Visitor {
	get(path: string): Promise<Response>;
	post(path: string, form: Record<string, string>): Promise<Response>;
}

export function visitor(address: string): Visitor {
	const cookies = new Map<string, string>();
	async function ask(path: string, init: RequestInit): Promise<Response> {
		// Unpacked: what is looked at here is what a page says, not its weight.
		const headers = {
			accept: 'text/html',
			'accept-encoding': 'identity',
			cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
		};
		const response = await fetch(address + path, {
			redirect: 'manual',
			...init,
			headers: { ...headers, ...(init.headers as Record<string, string>) }
		});
		for (const line of response.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
			if (value === '' || /max-age=0/i.test(line)) cookies.delete(name!);
			else cookies.set(name!, value!);
		}
		return response;
	}
	return {
		get: (path) => ask(path, {}),
		post: (path, form) =>
			ask(path, {
				method: 'POST',
				headers: { origin: address },
				body: new URLSearchParams({ commandId: newId(), ...form })
			})
	};
}

/** Somebody of the demonstration, signed in through the form. */
export async function signedIn(address: string, email: string): Promise<Visitor> {
	const person = visitor(address);
	const answer = await person.post('/masuk?/sandi', { email, password: worldPassword });
	if (answer.status !== 303) throw new Error(`sign-in of ${email}: ${answer.status}`);
	const start = answer.headers.get('location')!;
	await person.get(start);
	return person;
}
