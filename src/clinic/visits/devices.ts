/** The machines of an office: one gives numbers, the other shows who is called. */
export const deviceKinds = ['kiosk', 'board'] as const;
export type DeviceKind = (typeof deviceKinds)[number];

/** Where each kind is at home. */
export const deviceHome: Readonly<Record<DeviceKind, string>> = { kiosk: '/kios', board: '/papan' };

/** What the machine's browser keeps. */
export const deviceCookie = (kind: DeviceKind): string => `perangkat-${kind}`;

/** A code to pair a machine is good for so many minutes. */
export const pairingMinutes = 15;

/** The series in which a kiosk numbers by itself: KA, KB … KZ, KAA … never one that another kiosk has. */
export function nextSeries(taken: ReadonlySet<string>): string {
	for (let at = 0; ; at += 1) {
		const series = `K${letters(at)}`;
		if (!taken.has(series)) return series;
	}
}

const letters = (at: number): string =>
	at < 26 ? String.fromCharCode(65 + at) : letters(Math.floor(at / 26) - 1) + letters(at % 26);
