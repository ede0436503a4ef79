import { openCaseOf } from '#clinic/cases/server/reads.ts';
import { registerCooperative } from '#clinic/cooperatives/server/commands/registration.ts';
import { identityOf } from '#clinic/cooperatives/server/reads/identity.ts';
import { searchCooperatives } from '#clinic/cooperatives/server/reads/search.ts';
import { clinicsOf, districtsOf } from '#clinic/offices/server/reads.ts';
import { answersOfCode } from '#clinic/examinations/self-check/code.ts';
import { selfCheckTold } from '#clinic/examinations/ui/self-check-told.ts';
import { nameVisitor, registerWalkIn } from '#clinic/visits/server/commands/register.ts';
import { ticketOfVisit } from '#clinic/visits/server/reads.ts';
import { may, type Actor } from '#platform/actor.ts';
import { dayOf } from '#platform/clock.ts';
import { BadInput } from '#platform/command.ts';
import { isId } from '#platform/ids.ts';
import { missing } from '#platform/refusal.ts';
import { act, needing, page } from '#platform/web/page.ts';
import { fieldTexts } from '#platform/web/words.ts';
import { fail, type RequestEvent } from '@sveltejs/kit';

/** The two answers that are no id: a visitor without a cooperative, and a cooperative that is not in the register. */
const without = 'tanpa';
const unknown = 'baru';

interface Asked {
	readonly text: string;
	readonly chosen: string;
}

/**
 * What a posted search asked, for the load of the same request: without script everything typed travels by post, for
 * names and telephone numbers have no place in an address.
 */
const posted = new WeakMap<App.Locals, Asked>();

const asked = ({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): Asked =>
	posted.get(locals) ?? { text: url.searchParams.get('cari') ?? '', chosen: url.searchParams.get('koperasi') ?? '' };

export const load = page('visit.register', async ({ reader, actor, event }) => {
	const { text, chosen } = asked(event);
	const candidates = text === '' ? null : await searchCooperatives(reader, actor, text);
	const clinics = await clinicsOf(reader, actor);
	// A new cooperative only after a search: look before you write.
	const isNew = chosen === unknown && candidates !== null && may(actor, 'register.edit');
	const isId = chosen !== '' && chosen !== without && chosen !== unknown;
	return {
		text,
		candidates,
		/** Who has taken a number already and is only now written down. */
		ticket: await ticketAt(reader, actor, event.url.searchParams.get('tiket')),
		step: isNew ? ('new' as const) : isId || chosen === without ? ('visitor' as const) : ('cooperative' as const),
		cooperative: isId ? await patientAt(reader, actor, chosen, dayOf(event.locals.now, event.locals.zone)) : null,
		clinics: clinics.filter(({ isOpen }) => isOpen).map(({ id, name }) => ({ value: id, label: name })),
		districts: isNew ? (await districtsOf(reader, actor)).map(({ code, name }) => ({ value: code, label: name })) : [],
		mayAdd: may(actor, 'register.edit')
	};
});

async function ticketAt(reader: Parameters<typeof ticketOfVisit>[0], actor: Actor, visitId: string | null) {
	if (visitId === null || visitId === '') return null;
	if (!isId(visitId)) throw missing();
	const { label } = await ticketOfVisit(reader, actor, visitId);
	return { visitId, label };
}

async function patientAt(
	reader: Parameters<typeof searchCooperatives>[0] & Parameters<typeof identityOf>[0],
	actor: Actor,
	id: string,
	today: string
) {
	const {
		id: cooperativeId,
		name,
		kind,
		pattern,
		hasSavingsUnit,
		district,
		legalNumber,
		judged
	} = await identityOf(reader, actor, id, today);
	const open = await openCaseOf(reader, actor, cooperativeId);
	return {
		id: cooperativeId,
		name,
		kind,
		pattern,
		hasSavingsUnit,
		district,
		legalNumber,
		condition: judged.condition,
		caseNumber: open?.number ?? null
	};
}

const withoutFiles = (form: FormData): Record<string, string> =>
	Object.fromEntries([...form].filter((field): field is [string, string] => typeof field[1] === 'string'));

/** The visit keeps the code as text: what it must carry is known by a later stop. */
const checkCode = async ({ given }: { readonly given: Readonly<Record<string, unknown>> }) => {
	const code = String(given['selfCheckCode'] ?? '').trim();
	if (code !== '' && !answersOfCode(code)) throw new BadInput({ selfCheckCode: 'codeMistyped' });
	return {};
};

export const actions = {
	daftar: act(registerWalkIn, {
		prepare: checkCode,
		to: ({ visitId }) => `/kunjungan/${visitId}?baru`
	}),
	/** Who has taken a number at the kiosk or by telephone. */
	lengkapi: act(nameVisitor, {
		with: ({ url }) => ({ visitId: url.searchParams.get('tiket') }),
		prepare: checkCode,
		to: ({ visitId }) => `/kunjungan/${visitId}`
	}),
	/** Reads the code of a self-check: what it says is shown and becomes the reason of the visit. */
	kode: needing('visit.register', async (event: RequestEvent) => {
		const values = withoutFiles(await event.request.formData());
		const told = selfCheckTold(values['selfCheckCode'] ?? '');
		return told
			? { kept: values, told }
			: fail(422, { kept: values, values, errors: fieldTexts({ selfCheckCode: 'codeMistyped' }) });
	}),
	koperasi: act(registerCooperative, {
		to: ({ cooperativeId }, { url }) => {
			const visitId = url.searchParams.get('tiket');
			return `/kunjungan/baru?${new URLSearchParams({ ...(visitId && { tiket: visitId }), koperasi: cooperativeId })}`;
		}
	}),
	/** Looks for another cooperative while the visitor is half written down. */
	cari: needing('visit.register', async (event: RequestEvent) => {
		const values = withoutFiles(await event.request.formData());
		const looked = { text: values['cari'] ?? '', chosen: values['koperasi'] ?? (values['cooperativeId'] || without) };
		posted.set(event.locals, looked);
		return { kept: values, looked };
	})
};
