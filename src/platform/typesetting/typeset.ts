import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { sourceOrBuilt } from '../built.ts';
import type { Json } from '../command.ts';
import { whenClosed } from '../shutdown.ts';
import { compilerAddon } from './addon.ts';
import type { Answer, Order, Setup } from './worker.ts';

/** A template that does not compile, or a compiler that ended: a defect of ours, never of what stands in the paper. */
export class TypesettingFailed extends Error {
	constructor(why: string) {
		super(`typesetting failed: ${why}`);
		this.name = 'TypesettingFailed';
	}
}

export interface TypesetPaper {
	/** PDF/A-2a. */
	readonly pdf: Uint8Array<ArrayBuffer>;
	readonly pages: number;
	/** The pages as one SVG, where asked for. */
	readonly drawing: string | null;
}

export interface ToTypeset {
	readonly folder: URL;
	/** A file of the folder, such as `letter.typ`. */
	readonly template: string;
	/**
	 * The template reads it as data (`sys.inputs.data`), so nothing in it is taken for markup. The template sets its own
	 * date from it: the same data give the same bytes.
	 */
	readonly data: Json;
	/** Pictures that the template names, by the name that it gives them: PNG, JPEG or SVG. */
	readonly attachments?: Readonly<Record<string, Uint8Array>>;
	readonly drawn?: boolean;
}

/** A paper of many pages takes a second; a thread that says nothing for so long hangs. */
const PATIENCE_MS = 60_000;

interface Waiting {
	readonly resolve: (paper: TypesetPaper) => void;
	readonly reject: (problem: Error) => void;
	readonly timer: NodeJS.Timeout;
}

/** One thread with one compiler, begun with the first paper. */
let thread: { readonly worker: Worker; readonly waiting: Map<number, Waiting> } | null = null;
let turns = 0;
let isTold = false;

/** Sets one paper, in a thread of its own. @throws TypesettingFailed */
export function typeset({ folder, template, data, attachments = {}, drawn = false }: ToTypeset): Promise<TypesetPaper> {
	const { worker, waiting } = (thread ??= begin());
	const turn = (turns += 1);
	return new Promise<TypesetPaper>((resolve, reject) => {
		const timer = setTimeout(() => end(worker, waiting, new TypesettingFailed('no answer')), PATIENCE_MS);
		waiting.set(turn, { resolve, reject, timer });
		const path = fileURLToPath(folder).replace(/\/$/, '');
		const order: Order = { turn, folder: path, template, data: JSON.stringify(data), attachments, drawn };
		worker.postMessage(order);
	});
}

function begin() {
	const waiting = new Map<number, Waiting>();
	const worker = new Worker(sourceOrBuilt(import.meta.url, 'worker.ts', 'workers/typesetting-worker.js'), {
		workerData: { addon: compilerAddon() } satisfies Setup,
		env: {},
		execArgv: []
	});
	worker.on('message', (answer: Answer) => {
		const asked = waiting.get(answer.turn);
		if (!asked) return;
		waiting.delete(answer.turn);
		clearTimeout(asked.timer);
		if ('failed' in answer) asked.reject(new TypesettingFailed(answer.failed));
		else asked.resolve({ pdf: answer.pdf, pages: answer.pages, drawing: answer.drawing });
	});
	worker.on('error', (error) => end(worker, waiting, new TypesettingFailed(error.message)));
	worker.on('exit', () => end(worker, waiting, new TypesettingFailed('the thread ended')));
	// An idle compiler keeps no program alive.
	worker.unref();
	if (!isTold) {
		isTold = true;
		whenClosed(async () => void (await thread?.worker.terminate()));
	}
	return { worker, waiting };
}

/** Whoever waits is told; the next paper begins a new thread. */
function end(worker: Worker, waiting: Map<number, Waiting>, problem: TypesettingFailed): void {
	if (thread?.worker === worker) thread = null;
	for (const { reject, timer } of waiting.values()) {
		clearTimeout(timer);
		reject(problem);
	}
	waiting.clear();
	void worker.terminate();
}
