import type { PageLoad } from './$types';

/** Most results have neither of these parts: they come where they are shown, to the server's page as to the browser's. */
export const load: PageLoad = async ({ data }) => ({
	...data,
	Differences: data.differences && (await import('#clinic/examinations/ui/self/Differences.svelte')).default,
	OpinionGiven: data.opinion?.answer ? (await import('#clinic/examinations/ui/OpinionGiven.svelte')).default : null
});
