// The browser's side of passkeys: asks the server for a challenge, the device for its answer, and hands it over.

type Json = Record<string, unknown>;

/** Whether this browser can do it here: passkeys need https (or this very machine) and a recent browser. */
export const canUsePasskeys = (): boolean =>
	globalThis.isSecureContext &&
	typeof PublicKeyCredential === 'function' &&
	'parseRequestOptionsFromJSON' in PublicKeyCredential &&
	!/^[\d.]+$|^\[/.test(location.hostname);

const base = '/api/auth/passkey';

async function ask(path: string): Promise<Json> {
	const response = await fetch(`${base}/${path}`);
	if (!response.ok) throw new Error(path);
	return (await response.json()) as Json;
}

async function tell(path: string, body: Json): Promise<boolean> {
	const response = await fetch(`${base}/${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body)
	});
	return response.ok;
}

const jsonOf = (credential: Credential | null): Json | null =>
	credential instanceof PublicKeyCredential ? (credential.toJSON() as unknown as Json) : null;

/** Signs in with a passkey of this device. False: refused, or the person turned away. */
export async function signInByPasskey(): Promise<boolean> {
	const options = await ask('generate-authenticate-options');
	const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({
		...options,
		userVerification: 'required'
	} as unknown as PublicKeyCredentialRequestOptionsJSON);
	const response = jsonOf(await navigator.credentials.get({ publicKey }));
	return response !== null && (await tell('verify-authentication', { response }));
}

/** Adds a passkey of this device to the account. */
export async function addPasskey(name: string): Promise<boolean> {
	const options = await ask('generate-register-options');
	const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(
		options as unknown as PublicKeyCredentialCreationOptionsJSON
	);
	const response = jsonOf(await navigator.credentials.create({ publicKey }));
	return response !== null && (await tell('verify-registration', { response, name }));
}
