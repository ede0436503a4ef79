import { addLicence } from '#clinic/cooperatives/server/commands/papers.ts';
import { handInPapers, openRequest, takeRequestStep } from '#clinic/cooperatives/server/commands/requests.ts';
import { addDays } from '#platform/clock.ts';
import type { Id } from '#platform/ids.ts';
import type { OfficeKey } from './offices.ts';
import type { Register } from './registers.ts';
import { actIn, stepId, type Stage } from './scene.ts';
import { clockTime } from './when.ts';

const desk: Readonly<Record<Exclude<OfficeKey, 'bogor'>, string>> = { sragen: 'siti', buleleng: 'sriani' };

/** How many certificates the office has seen; they run out over the year that follows. */
const certificates = 24;

/** What an office has noted beside its stories: certificates of registry numbers, and requests that it helps with. */
export async function keepRecords(
	stage: Stage,
	key: Exclude<OfficeKey, 'bogor'>,
	{ cooperatives }: Register,
	today: string
): Promise<void> {
	const who = desk[key];
	const numbered = cooperatives.filter(({ registryNumber }) => registryNumber !== null).slice(0, certificates);
	for (const [at, { id, registryNumber }] of numbered.entries()) {
		const seen = clockTime(addDays(today, -120 + at), '10:00', stage.zone);
		await actIn(stage, `${key}.certificate.${at}`, seen)(who, addLicence, {
			cooperativeId: id,
			kind: 'registryCertificate',
			number: registryNumber ?? '',
			issuedOn: addDays(today, -730 + at * 16),
			issuer: 'Kementerian Koperasi'
		});
	}
	for (const [at, kind] of (['businessNumber', 'registryNumber'] as const).entries()) {
		const requestId = stepId(`${key}.request.${kind}`, clockTime(today, '08:00', stage.zone)) as Id<'LicenceRequest'>;
		const begun = clockTime(addDays(today, -20 + at), '09:30', stage.zone);
		const act = actIn(stage, `${key}.request.${kind}`, begun);
		await act(who, openRequest, { requestId, cooperativeId: cooperatives[at]!.id, kind });
		await act(who, handInPapers, { requestId, papers: ['legalApproval', 'taxCard', 'boardIdentity'] });
		if (at === 1) await act(who, takeRequestStep, { requestId, step: 'sent', happenedOn: addDays(today, -20 + at) });
	}
}
