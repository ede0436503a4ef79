import { causeWord } from '#clinic/diagnoses/ui/words.ts';
import { m } from '#messages';
import { icons } from '#ui/icons.ts';
import { marks, type SentSpot } from '../../spread.ts';
import { looks } from '../spread-looks.ts';

/** More at one place are counted, not listed. */
const most = 8;

/** What opens at a point: who stands there, in which state, and the way to the record. Text only ever as text. */
export function popupOf(spots: readonly SentSpot[]): HTMLElement {
	const list = element('ul', 'grid gap-3');
	list.append(...spots.slice(0, most).map(lineOf));
	if (spots.length > most) {
		const rest = element('li', 'label-text');
		rest.textContent = m.spread_more_here({ count: spots.length - most });
		list.append(rest);
	}
	return list;
}

function lineOf([id, name, , , mark, cause]: SentSpot): HTMLElement {
	const look = looks[marks[mark] ?? 'unknown'];
	const line = element('li', 'grid gap-1');
	const link = element('a', 'font-semibold');
	link.setAttribute('href', `/register/${id}`);
	link.textContent = name;
	const state = element('span', `chip ${look.tone} justify-self-start`);
	const word = element('span', '');
	word.textContent = look.word();
	state.append(iconOf(icons[look.icon]), word);
	line.append(link, state);
	if (cause !== null) {
		const why = element('span', 'label-text');
		why.textContent = m.spread_cause({ cause: causeWord(cause) });
		line.append(why);
	}
	return line;
}

function element(name: string, look: string): HTMLElement {
	const made = document.createElement(name);
	made.className = look;
	return made;
}

function iconOf(d: string): SVGElement {
	const space = 'http://www.w3.org/2000/svg';
	const svg = document.createElementNS(space, 'svg');
	const path = document.createElementNS(space, 'path');
	const drawn = {
		viewBox: '0 0 24 24',
		fill: 'none',
		stroke: 'currentColor',
		'stroke-width': '2',
		'aria-hidden': 'true'
	};
	for (const [key, value] of Object.entries(drawn)) svg.setAttribute(key, value);
	path.setAttribute('d', d);
	svg.append(path);
	return svg;
}
