import { eq } from 'drizzle-orm';
import { caseOf } from '#clinic/cases/server/reads.ts';
import { cooperatives } from '#clinic/cooperatives/server/tables.ts';
import { causes as knownCauses } from '#clinic/diagnoses/causes.ts';
import type { Actor } from '#platform/actor.ts';
import type { Reader } from '#platform/database/client.ts';
import { found } from '#platform/refusal.ts';
import { candidates, type Candidate } from '../../fit.ts';
import { specialistsOf, type OfficeDay, type PoliSpecialist } from './specialists.ts';

/** Who of the poli of a cause can be asked, best first, each with what speaks for and against. */
export interface Proposal {
	readonly cause: string;
	readonly people: readonly (Candidate & Pick<PoliSpecialist, 'title'>)[];
}

/** For each cause of a case, the people of its poli. @throws Refusal missing */
export async function proposalsFor(
	reader: Reader,
	actor: Actor,
	{ caseId, causes, ...day }: OfficeDay & { readonly caseId: string; readonly causes: readonly string[] }
): Promise<Proposal[]> {
	const { cooperativeId } = await caseOf(reader, actor, caseId);
	const [cooperative] = await reader
		.select({ districtCode: cooperatives.districtCode })
		.from(cooperatives)
		.where(eq(cooperatives.id, cooperativeId));
	const { districtCode } = found(cooperative);
	const people = await specialistsOf(reader, actor, day, cooperativeId);
	const titles = new Map(people.map(({ staffId, title }) => [staffId, title]));
	return causes.map((cause) => {
		const clinic = knownCauses.find(({ code }) => code === cause)?.clinic;
		const serving = people.filter(({ clinics }) => clinics.some(({ code }) => code === clinic));
		return {
			cause,
			people: candidates(serving, { cause, districtCode, today: day.today }).map((one) => ({
				...one,
				title: titles.get(one.staffId) ?? null
			}))
		};
	});
}
