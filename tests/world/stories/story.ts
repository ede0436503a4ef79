import type { OfficeKey } from '../offices.ts';
import type { Deed, Step } from '../scene.ts';
import { ago, on } from '../when.ts';

/** What happens to one cooperative, or to a visitor without one, step by step. */
export interface Story {
	readonly office: OfficeKey;
	/** Key of the cooperative in the register; null for somebody who comes without one. */
	readonly key: string | null;
	/** Who comes, where no cooperative has a chair. */
	readonly visitor?: string;
	readonly steps: readonly Step[];
}

/** A step so many days ago, at a time of the office's clock. */
export const past = (daysAgo: number, time: string, deed: Deed): Step => ({ when: on(daysAgo, time), deed });
/** A step so many minutes ago. */
export const just = (minutesAgo: number, deed: Deed): Step => ({ when: ago(minutesAgo), deed });
