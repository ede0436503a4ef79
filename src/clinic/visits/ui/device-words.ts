import { m } from '#messages';
import type { DeviceKind } from '../devices.ts';

export const deviceKindWords: Readonly<Record<DeviceKind, () => string>> = {
	kiosk: m.devices_kiosk,
	board: m.devices_board
};

export const deviceKindHints: Readonly<Record<DeviceKind, () => string>> = {
	kiosk: m.devices_kiosk_hint,
	board: m.devices_board_hint
};
