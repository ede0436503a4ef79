import { Worker } from 'node:worker_threads';
import { Refusal } from '#platform/refusal.ts';
import { sheetLimits, type SheetLimits, type SheetRow } from './limits.ts';
import { tooLarge } from './refusals.ts';
import type { SheetFile } from './source.ts';
import { sheetWorkerFile } from './worker-file.ts';
import type { Answer, Job } from './worker.ts';

/** Rows one by one; the names of hidden sheets, which are not read, stand in `hiddenSheets` after the last row. */
export type SheetReading = AsyncIterable<SheetRow> & { readonly hiddenSheets: readonly string[] };

/**
 * Reads a workbook (.xlsx) or a text file (.csv) in a thread of its own, under limits of time and memory, so that
 * no file can stop the server. The thread starts with the first row asked for and ends when the loop is left.
 */
export function readSheet(file: SheetFile, limits: Partial<SheetLimits> = {}): SheetReading {
	const hiddenSheets: string[] = [];
	return {
		hiddenSheets,
		[Symbol.asyncIterator]: () => rows(file, { ...sheetLimits, ...limits }, hiddenSheets)
	};
}

async function* rows(file: SheetFile, limits: SheetLimits, hiddenSheets: string[]): AsyncGenerator<SheetRow> {
	if (typeof file !== 'string' && file.byteLength > limits.maxFileBytes) throw tooLarge('file', limits.maxFileBytes);
	const worker = startWorker(file, limits);
	const time = { leftMs: limits.maxSeconds * 1000 };
	try {
		let next = ask(worker, time, limits);
		for (;;) {
			const answer = await next;
			if ('refused' in answer) throw new Refusal(answer.refused.code, answer.refused.params);
			if ('failed' in answer) throw new Error(answer.failed);
			if ('end' in answer) {
				hiddenSheets.splice(0, hiddenSheets.length, ...answer.end.hiddenSheets);
				return;
			}
			next = ask(worker, time, limits); // the thread reads on while the caller works
			next.catch(() => undefined); // looked at in the next round, or never when the loop is left
			yield* answer.rows;
		}
	} finally {
		await worker.terminate();
	}
}

function startWorker(file: SheetFile, limits: SheetLimits): Worker {
	// Copied, so that the caller keeps its bytes; moved, so that the thread does not copy them again.
	const own = typeof file === 'string' ? file : new Uint8Array(file);
	const worker = new Worker(sheetWorkerFile(), {
		workerData: { file: own, limits } satisfies Job,
		transferList: typeof own === 'string' ? [] : [own.buffer],
		resourceLimits: { maxOldGenerationSizeMb: limits.maxMemoryMb },
		// A file from outside is opened there: the thread gets no settings, so no secrets.
		env: {},
		execArgv: []
	});
	worker.on('error', () => undefined); // answered in `ask`; without a listener it would end the process
	return worker;
}

/** One batch. The time a batch takes is drawn from the time of the whole file. */
function ask(worker: Worker, time: { leftMs: number }, limits: SheetLimits): Promise<Answer> {
	return new Promise<Answer>((resolve, reject) => {
		const startedAt = performance.now();
		const timer = setTimeout(() => settle(() => reject(tooLarge('time', limits.maxSeconds))), time.leftMs);
		const onMessage = (answer: Answer) => settle(() => resolve(answer));
		const onError = (error: Error) => settle(() => reject(asExcess(error, limits)));
		const onExit = () => settle(() => reject(new Error('the thread of the sheet reader ended before its file')));
		function settle(finish: () => void): void {
			clearTimeout(timer);
			worker.off('message', onMessage).off('error', onError).off('exit', onExit);
			time.leftMs = Math.max(0, time.leftMs - (performance.now() - startedAt));
			finish();
		}
		worker.on('message', onMessage).on('error', onError).on('exit', onExit);
		worker.postMessage('more');
	});
}

function asExcess(error: Error, limits: SheetLimits): Error {
	const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
	return isMemory ? tooLarge('memory', limits.maxMemoryMb) : error;
}
