import { numberStyle, type NumberStyle } from './cells.ts';
import { broken, notASheet } from './refusals.ts';
import { attribute, parseWholeXml } from './xml.ts';
import type { Parts } from './zip.ts';

export type Workbook = {
	sheets: { name: string; path: string; hidden: boolean }[];
	stringsPath: string | null;
	stylesPath: string | null;
	epoch1904: boolean;
};

type Relation = { id: string; type: string; path: string };

/** Follows the relations from the root of the package, since no part of a workbook has a fixed name. */
export async function openWorkbook(parts: Parts): Promise<Workbook> {
	if (!parts.has('_rels/.rels')) throw notASheet();
	const root = await relationsOf(parts, '');
	const main = root.find((relation) => relation.type === 'officeDocument')?.path;
	// A text document or a binary workbook is a package too, but its main part is no workbook in XML.
	if (!main || !/\.xml$/i.test(main) || !parts.has(main)) throw notASheet();
	const relations = await relationsOf(parts, main);
	const listed: { name: string; id: string; hidden: boolean }[] = [];
	let isWorkbook = false;
	let epoch1904 = false;
	await parseWholeXml(parts.bytes(main), {
		open: (name, attributes) => {
			if (name === 'workbook') isWorkbook = true;
			if (name === 'workbookPr') epoch1904 = isTrue(attribute(attributes, 'date1904'));
			if (name === 'sheet') {
				listed.push({
					name: attribute(attributes, 'name') ?? '',
					id: attribute(attributes, 'id') ?? '',
					hidden: (attribute(attributes, 'state') ?? 'visible') !== 'visible'
				});
			}
		}
	});
	if (!isWorkbook) throw notASheet();
	const pathOf = (type: string) => relations.find((relation) => relation.type === type)?.path ?? null;
	return {
		sheets: listed.flatMap(({ id, ...sheet }) => {
			const relation = relations.find((candidate) => candidate.id === id);
			if (!relation) throw broken();
			// A chart on a sheet of its own holds no rows.
			return relation.type === 'worksheet' ? [{ ...sheet, path: relation.path }] : [];
		}),
		stringsPath: pathOf('sharedStrings'),
		stylesPath: pathOf('styles'),
		epoch1904
	};
}

async function relationsOf(parts: Parts, owner: string): Promise<Relation[]> {
	const folder = owner.slice(0, owner.lastIndexOf('/') + 1);
	const path = `${folder}_rels/${owner.slice(folder.length)}.rels`;
	if (!parts.has(path)) throw broken();
	const relations: Relation[] = [];
	await parseWholeXml(parts.bytes(path), {
		open: (name, attributes) => {
			if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
			const type = attribute(attributes, 'Type') ?? '';
			relations.push({
				id: attribute(attributes, 'Id') ?? '',
				// The transitional and the strict form of the standard differ in all but the last word.
				type: type.slice(type.lastIndexOf('/') + 1),
				path: resolvePath(folder, attribute(attributes, 'Target') ?? '')
			});
		}
	});
	return relations;
}

function resolvePath(folder: string, target: string): string {
	const steps = target.startsWith('/') ? [] : folder.split('/').filter(Boolean);
	for (const step of target.split('/')) {
		if (step === '..') steps.pop();
		else if (step !== '' && step !== '.') steps.push(step);
	}
	return steps.join('/');
}

/** The number style of each cell style, by its index. */
export async function stylesOf(parts: Parts, path: string | null): Promise<NumberStyle[]> {
	const styles: NumberStyle[] = [];
	if (!path || !parts.has(path)) return styles;
	const codes = new Map<number, string>();
	let inCellFormats = false;
	await parseWholeXml(parts.bytes(path), {
		open: (name, attributes) => {
			if (name === 'numFmt') {
				codes.set(Number(attribute(attributes, 'numFmtId')), attribute(attributes, 'formatCode') ?? '');
			} else if (name === 'cellXfs') inCellFormats = true;
			else if (name === 'xf' && inCellFormats) {
				const id = Number(attribute(attributes, 'numFmtId') ?? 0);
				styles.push(numberStyle(id, codes.get(id)));
			}
		},
		close: (name) => {
			if (name === 'cellXfs') inCellFormats = false;
		}
	});
	return styles;
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true' || value === 'on';
