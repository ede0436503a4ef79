import type { MissedMeetings } from './duties.ts';
import type { RegistryStatus } from './kinds.ts';

/** What changes how an officer acts, the gravest first. */
export type Alert =
	| { readonly code: 'meetingsMissed'; readonly isGrave: boolean; readonly count: number }
	| { readonly code: 'notActive' | 'addressUnknown' | 'contactUnknown'; readonly isGrave: boolean };

export interface AlertFacts {
	readonly meetings: MissedMeetings;
	readonly registryStatus: RegistryStatus | null;
	readonly address: string | null;
	readonly phone: string | null;
}

/** Red only for what the law threatens with: two annual meetings running not reported. */
export function alertsOf({ meetings, registryStatus, address, phone }: AlertFacts): readonly Alert[] {
	return [
		...(meetings.missed > 0
			? [{ code: 'meetingsMissed' as const, isGrave: meetings.missed >= 2, count: meetings.missed }]
			: []),
		...(registryStatus === 'inactive' ? [{ code: 'notActive' as const, isGrave: false }] : []),
		...(address === null ? [{ code: 'addressUnknown' as const, isGrave: false }] : []),
		...(phone === null ? [{ code: 'contactUnknown' as const, isGrave: false }] : [])
	];
}
