/** What the address of a record adds to each of its forms. */
export const ofRecord = ({ params }: { readonly params: Partial<Record<string, string>> }) => ({
	cooperativeId: params['id']
});
