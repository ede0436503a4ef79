import * as v from 'valibot';
import { oneOf, requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { deviceKinds } from './devices.ts';

export const newDevice = v.object({ kind: oneOf(deviceKinds), name: requiredText(80) });

export const deviceNamed = v.object({ deviceId: idOf<'Device'>() });

export const pairing = v.object({ deviceId: idOf<'Device'>(), codeHash: v.string() });
