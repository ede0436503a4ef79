import type { Condition } from '#clinic/cooperatives/condition.ts';
import { conditionIcons, conditionTones, conditionWords } from '#clinic/cooperatives/ui/words.ts';
import { m } from '#messages';
import type { IconName } from '#ui/icons.ts';
import { toneClass } from '#ui/tone.ts';
import type { Mark } from '../spread.ts';

/** Around 0, 0 and about 20 steps wide: where the line begins, and how it goes on from there as an SVG path. */
type Shape = readonly [x: number, y: number, line: string];

/** The path of a shape at a place. */
export const shapeAt = ([fromX, fromY, line]: Shape, x = 0, y = 0): string => `M${fromX + x} ${fromY + y}${line}`;

/** How a state looks on a map: a form of its own, so that it is told apart without its colour. */
export interface Look {
	readonly shape: Shape;
	/** Token of the colour. */
	readonly colour: string;
	readonly icon: IconName;
	readonly word: () => string;
	readonly tone: string;
}

const look = (condition: Condition, colour: string, shape: Shape): Look => ({
	shape,
	colour,
	icon: conditionIcons[condition],
	word: conditionWords[condition],
	tone: toneClass[conditionTones[condition]]
});

export const looks: Readonly<Record<Mark, Look>> = {
	healthy: look('healthy', '--color-healthy', [-9, 0, 'a9 9 0 1 0 18 0a9 9 0 1 0-18 0z']),
	cold: look('cold', '--color-cold', [0, -11, 'l11 19h-22z']),
	sick: look('sick', '--color-sick', [-8, -8, 'h16v16h-16z']),
	dormant: look('dormant', '--color-dormant', [0, -11, 'l11 11l-11 11l-11-11z']),
	unknown: {
		shape: [-3, -9, 'h6v6h6v6h-6v6h-6v-6h-6v-6h6z'],
		colour: '--color-muted',
		icon: 'info',
		word: m.cooperatives_condition_unknown,
		tone: toneClass.plain
	}
};
