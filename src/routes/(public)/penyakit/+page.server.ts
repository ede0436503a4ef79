import { codeList } from '#clinic/diagnoses/code-list/lists.ts';
import { licence } from '#clinic/diagnoses/code-list/disease.ts';
import { ruleVersion } from '#clinic/diagnoses/rules/second/rules.ts';
import { describedGroups } from '#clinic/diagnoses/ui/described.ts';
import { publicPage } from '#platform/web/page.ts';

export const csr = false;

export const load = publicPage(async ({ url }) => {
	const asked = (url.searchParams.get('cari') ?? '').trim().slice(0, 80);
	const groups = describedGroups();
	const has = (text: string) => text.toLowerCase().includes(asked.toLowerCase());
	const shown = groups.map((group) => ({
		...group,
		diseases: group.diseases.filter(({ number, name, definition }) => [number, name, definition].some(has))
	}));
	return {
		asked,
		groups: shown.filter(({ diseases }) => diseases.length > 0),
		total: codeList.diseases.length,
		found: shown.reduce((sum, { diseases }) => sum + diseases.length, 0),
		version: codeList.version,
		publishedOn: codeList.publishedOn,
		ruleVersion,
		licence
	};
});
