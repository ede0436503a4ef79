import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { writeXlsx } from 'hucre/xlsx';

/**
 * Writes register-kota-bogor.xlsx with the rows of register-kota-bogor.csv, cell for cell.
 * Run by hand when the csv changes: `node tests/world/make-xlsx.ts`.
 */
const csv = new URL('register-kota-bogor.csv', import.meta.url);
const xlsx = new URL('register-kota-bogor.xlsx', import.meta.url);

const rows: string[][] = parse(readFileSync(csv), { delimiter: ';', bom: true });
const cells = rows.map((row, index) => row.map((cell, column) => (index > 0 && column === 0 ? Number(cell) : cell)));
writeFileSync(xlsx, await writeXlsx({ sheets: [{ name: 'Koperasi', rows: cells }] }));
