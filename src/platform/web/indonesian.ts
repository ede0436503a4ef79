import { getServerAsyncLocalStorage } from '#messages/runtime.js';

/** Papers of an office are in Indonesian, whatever language the officer who drafts them reads. */
export function inIndonesian<T>(work: () => T): T {
	const storage = getServerAsyncLocalStorage();
	const here = storage?.getStore();
	return storage && here ? storage.run({ ...here, locale: 'id' }, work) : work();
}
