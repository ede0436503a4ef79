import { parentPort, workerData } from 'node:worker_threads';
import { Refusal } from '#platform/refusal.ts';
import { readCsv } from './csv.ts';
import { sheetKind } from './kind.ts';
import type { SheetLimits, SheetRow } from './limits.ts';
import { asRefusal, empty, tooLarge } from './refusals.ts';
import { checkSize, type SheetFile } from './source.ts';
import { readWorkbook } from './xlsx.ts';

/** What the reader's thread is given, and the one answer it posts for each `more` it is sent. */
export type Job = { file: SheetFile; limits: SheetLimits };
export type Answer =
	| { rows: SheetRow[] }
	| { end: { hiddenSheets: string[] } }
	| { refused: { code: string; params: Record<string, string | number> } }
	| { failed: string };

async function* answers({ file, limits }: Job): AsyncGenerator<Answer> {
	const hiddenSheets: string[] = [];
	let count = 0;
	try {
		await checkSize(file, limits.maxFileBytes);
		const kind = await sheetKind(file);
		const batches = kind === 'workbook' ? readWorkbook(file, limits, hiddenSheets) : readCsv(file, limits);
		for await (const rows of batches) {
			count += rows.length;
			if (count > limits.maxRows) throw tooLarge('rows', limits.maxRows);
			yield { rows };
		}
		if (count === 0) throw empty();
		yield { end: { hiddenSheets } };
	} catch (error) {
		yield answerTo(error);
	}
}

function answerTo(error: unknown): Answer {
	if (error instanceof Refusal) return { refused: { code: error.code, params: { ...error.params } } };
	const cause = error instanceof Error ? error : asRefusal(error);
	return { failed: cause.stack ?? cause.message };
}

if (parentPort) {
	const port = parentPort;
	const queue = answers(workerData as Job);
	port.on('message', () => {
		void queue.next().then((answer) => {
			if (!answer.done) port.postMessage(answer.value);
		});
	});
}
