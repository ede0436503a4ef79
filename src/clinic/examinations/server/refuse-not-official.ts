import { Refusal } from '#platform/refusal.ts';
import type { NotOfficial } from '../official.ts';

/** @throws Refusal where an examination cannot be official here and today */
export function refuseNotOfficial(why: NotOfficial | null): void {
	switch (why) {
		case null:
			return;
		case 'onlyInspector':
			throw new Refusal('examinations.onlyInspector');
		case 'incomplete':
			throw new Refusal('examinations.officialIncomplete');
		case 'reachUnknown':
			throw new Refusal('examinations.reachUnknown');
		case 'forRegency':
			throw new Refusal('examinations.forRegency');
		case 'forProvince':
			throw new Refusal('examinations.forProvince');
		case 'forMinistry':
			throw new Refusal('examinations.forMinistry');
	}
}
