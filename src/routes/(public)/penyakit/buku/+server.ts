import { booklet } from '#clinic/diagnoses/server/booklet.ts';
import { codeList } from '#clinic/diagnoses/code-list/lists.ts';
import { needing, PUBLIC } from '#platform/web/page.ts';
import { language } from '#ui/language.ts';

/** The list as a booklet to print, in the language of the reader. */
export const GET = needing(PUBLIC, async () => {
	const pdf = await booklet(language());
	return new Response(pdf, {
		headers: {
			'content-type': 'application/pdf',
			'content-disposition': `attachment; filename="penyakit-koperasi-${codeList.version}-${language()}.pdf"`
		}
	});
});
