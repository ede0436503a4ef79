import { formatInteger } from '#ui/numbers.ts';
import { marks } from '../../spread.ts';
import { looks, shapeAt } from '../spread-looks.ts';

/** A picture for the map, at twice the size at which it is shown, so that it is sharp on phones. */
export interface MapImage {
	readonly data: ImageData;
	readonly ratio: number;
}
const ratio = 2;

/**
 * The pictures that the map asks for by name: `mark:3` a state, `group:3:1204` so many of which the worst is in state 3,
 * `name:Gemolong` a name. Drawn here, so that no picture and no letter is fetched from anywhere.
 */
export function imageNamed(id: string): MapImage | null {
	const [sort, ...rest] = id.split(':') as [string, ...string[]];
	if (sort === 'mark') return markImage(Number(rest[0]));
	if (sort === 'group') return groupImage(Number(rest[0]), Number(rest[1]));
	if (sort === 'name') return nameImage(rest.join(':'));
	return null;
}

const markImage = (mark: number) =>
	paint(30, 30, (pen) => {
		pen.translate(15, 15);
		drawMark(pen, mark, 1.05);
	});

function groupImage(mark: number, count: number): MapImage {
	const radius = 16 + Math.min(14, Math.log2(count) * 1.6);
	const side = Math.ceil(radius * 2 + 14);
	return paint(side, side, (pen) => {
		const middle = side / 2;
		pen.beginPath();
		pen.arc(middle, middle, radius, 0, 2 * Math.PI);
		pen.fillStyle = colourOf(mark);
		pen.fill();
		pen.lineWidth = 2.5;
		pen.strokeStyle = '#fff';
		pen.stroke();
		pen.fillStyle = '#fff';
		pen.font = `650 15px ${fontFamily()}`;
		pen.textAlign = 'center';
		pen.textBaseline = 'middle';
		pen.fillText(formatInteger(count), middle, middle + 1);
		// The worst state inside, by its form too.
		pen.translate(middle + radius * 0.72, middle - radius * 0.72);
		drawMark(pen, mark, 0.75);
	});
}

function nameImage(name: string): MapImage {
	const font = `600 13px ${fontFamily()}`;
	const width = Math.ceil(widthOf(name, font)) + 8;
	return paint(width, 20, (pen) => {
		pen.font = font;
		pen.textAlign = 'center';
		pen.textBaseline = 'middle';
		pen.lineJoin = 'round';
		pen.lineWidth = 3.5;
		pen.strokeStyle = '#fff';
		pen.strokeText(name, width / 2, 10);
		pen.fillStyle = '#33463d';
		pen.fillText(name, width / 2, 10);
	});
}

function drawMark(pen: OffscreenCanvasRenderingContext2D, mark: number, scale: number): void {
	const path = new Path2D(shapeAt(looks[marks[mark] ?? 'unknown'].shape));
	pen.scale(scale, scale);
	pen.lineWidth = 3;
	pen.lineJoin = 'round';
	pen.strokeStyle = '#fff';
	pen.stroke(path);
	pen.fillStyle = colourOf(mark);
	pen.fill(path);
}

function paint(width: number, height: number, draw: (pen: OffscreenCanvasRenderingContext2D) => void): MapImage {
	const pen = new OffscreenCanvas(width * ratio, height * ratio).getContext('2d')!;
	pen.scale(ratio, ratio);
	draw(pen);
	return { data: pen.getImageData(0, 0, width * ratio, height * ratio), ratio };
}

function widthOf(text: string, font: string): number {
	const pen = new OffscreenCanvas(1, 1).getContext('2d')!;
	pen.font = font;
	return pen.measureText(text).width;
}

const token = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const colourOf = (mark: number) => token(looks[marks[mark] ?? 'unknown'].colour);
const fontFamily = () => getComputedStyle(document.body).fontFamily;
