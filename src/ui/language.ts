import { getLocale } from '#messages/runtime.js';
import type { Language } from './dates.ts';

/** The language of the page that is being drawn. */
export const language = (): Language => getLocale();
