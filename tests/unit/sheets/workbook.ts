import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip as the test wants it, lies included. */
export type Part = { path: string; content: string | Uint8Array; declaredSize?: number; flags?: number };

/** Zips parts, saying of each what it is told to say. */
export function zip(parts: Part[]): Uint8Array {
	const locals: Buffer[] = [];
	const central: Buffer[] = [];
	let offset = 0;
	for (const { path, content, declaredSize, flags = 0 } of parts) {
		const bytes = Buffer.from(content);
		const packed = deflateRawSync(bytes);
		const name = Buffer.from(path);
		const size = declaredSize ?? bytes.length;
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(flags, 2);
		common.writeUInt16LE(8, 4);
		common.writeUInt32LE(crc32(bytes), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(size, 18);
		common.writeUInt16LE(name.length, 22);
		const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]);
		const tail = Buffer.alloc(14);
		tail.writeUInt32LE(offset, 10);
		central.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), common, tail, name]));
		locals.push(local);
		offset += local.length;
	}
	const directory = Buffer.concat(central);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(parts.length, 4);
	end.writeUInt16LE(parts.length, 6);
	end.writeUInt32LE(directory.length, 8);
	end.writeUInt32LE(offset, 12);
	return new Uint8Array(Buffer.concat([...locals, directory, Buffer.from('PK\x05\x06'), end]));
}

export type WorkbookParts = {
	/** What stands between <sheetData> tags, sheet by sheet. */
	sheets?: string[];
	hidden?: number[];
	sharedStrings?: string;
	styles?: string;
	workbookPr?: string;
};

const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export const relationships = (relations: [id: string, type: string, target: string][]) =>
	`<Relationships>${relations
		.map(([id, type, target]) => `<Relationship Id="${id}" Type="${officeRelation}/${type}" Target="${target}"/>`)
		.join('')}</Relationships>`;

export function workbookParts(from: WorkbookParts): Part[] {
	const sheets = from.sheets ?? [];
	return [
		{ path: '_rels/.rels', content: relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]) },
		{
			path: 'xl/workbook.xml',
			content: `<?xml version="1.0"?><workbook xmlns:r="${officeRelation}">${from.workbookPr ?? ''}<sheets>${sheets
				.map((_, index) => {
					const state = from.hidden?.includes(index) ? ' state="hidden"' : '';
					return `<sheet name="Lembar ${index + 1}" sheetId="${index + 1}" r:id="s${index}"${state}/>`;
				})
				.join('')}</sheets></workbook>`
		},
		{
			path: 'xl/_rels/workbook.xml.rels',
			content: relationships([
				...sheets.map((_, index): [string, string, string] => [
					`s${index}`,
					'worksheet',
					`worksheets/sheet${index + 1}.xml`
				]),
				['st', 'styles', '/xl/styles.xml'],
				['ss', 'sharedStrings', 'sharedStrings.xml']
			])
		},
		...(from.styles ? [{ path: 'xl/styles.xml', content: from.styles }] : []),
		...(from.sharedStrings ? [{ path: 'xl/sharedStrings.xml', content: from.sharedStrings }] : []),
		...sheets.map((data, index) => ({
			path: `xl/worksheets/sheet${index + 1}.xml`,
			content: `<?xml version="1.0"?><worksheet><sheetData>${data}</sheetData></worksheet>`
		}))
	];
}

export const workbook = (from: WorkbookParts): Uint8Array => zip(workbookParts(from));

export const inline = (text: string, reference?: string) =>
	`<c${reference ? ` r="${reference}"` : ''} t="inlineStr"><is><t>${text}</t></is></c>`;
