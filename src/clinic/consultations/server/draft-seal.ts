import { decrypt, encrypt, keyFor } from '#platform/master-key.ts';

type Field = 'name' | 'phone' | 'email';
const bound = (threadId: string, field: Field) => `question.${threadId}.${field}`;

/** What is said of a person before the question is sent: there is no person yet whose key could seal it. */
export const sealDraft = (threadId: string, field: Field, plain: string | null): string | null =>
	plain && encrypt(keyFor('held'), Buffer.from(plain), bound(threadId, field));

export const openDraft = (threadId: string, field: Field, sealed: string | null): string | null =>
	sealed && decrypt(keyFor('held'), sealed, bound(threadId, field)).toString();
