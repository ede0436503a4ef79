import { sourceOrBuilt } from '../built.ts';

/** The file of the reader's thread. */
export const sheetWorkerFile = (): URL => sourceOrBuilt(import.meta.url, 'worker.ts', 'workers/sheet-worker.js');
