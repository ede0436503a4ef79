import { redirect } from '@sveltejs/kit';
import { answersOfCode, selfCheckCode } from '#clinic/examinations/self-check/code.ts';
import { readSelfCheck, selfCheckCodes } from '#clinic/examinations/self-check/questions.ts';
import { publicPage } from '#platform/web/page.ts';
import { officeAsked, overTheDoor } from '../over-the-door.ts';

export const csr = false;

/** Nothing is kept: answers travel in the address, and a finished check is an address of its own. */
export const load = publicPage(async (event) => {
	const office = await officeAsked(event);
	const { searchParams } = event.url;
	const given = new Map(selfCheckCodes.map((code) => [code, searchParams.get(code) ?? ''] as const));
	const isSent = searchParams.has('jawab');
	const read = readSelfCheck(given);
	if (isSent && 'answers' in read) {
		const at = office ? `?${new URLSearchParams({ kantor: office.code })}` : '';
		redirect(303, `/cek-kesehatan/${selfCheckCode(read.answers)}${at}`);
	}
	const before = answersOfCode(searchParams.get('kode') ?? '');
	return {
		office: office && { code: office.code, brand: office.brand },
		given: isSent || !before ? Object.fromEntries(given) : { ...before },
		open: isSent && 'open' in read ? read.open : [],
		...(office && { shell: await overTheDoor(event, office) })
	};
});
