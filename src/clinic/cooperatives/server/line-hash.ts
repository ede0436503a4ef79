import { createHash } from 'node:crypto';

/** Under which a line of a register is known again, without keeping the line itself. */
export const lineHash = (key: string): string => createHash('sha256').update(key).digest('base64url');
