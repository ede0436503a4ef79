import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { NodeCompiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler';

/** What the thread is given at its start, and each paper that it is asked to set. */
export interface Setup {
	/** The compiler's own file; an addon is loaded by its path, so that the bundler leaves it alone. */
	readonly addon: string;
}
export interface Order {
	readonly turn: number;
	/** Folder of the templates, and the template in it. */
	readonly folder: string;
	readonly template: string;
	/** JSON. */
	readonly data: string;
	/** Pictures that the template names, by their name in the folder. */
	readonly attachments: Readonly<Record<string, Uint8Array>>;
	/** Also the pages as drawings, to look at. */
	readonly drawn: boolean;
}
export type Answer = { readonly turn: number } & (
	| { readonly pdf: Uint8Array<ArrayBuffer>; readonly pages: number; readonly drawing: string | null }
	| { readonly failed: string }
);

/** Pages are small, and a template is the same for all: what was not used for so many papers is forgotten. */
const KEPT = 10;

const { addon } = workerData as Setup;
const { NodeCompiler: Compiler } = createRequire(import.meta.url)(addon) as { NodeCompiler: typeof NodeCompiler };
const compilers = new Map<string, NodeCompiler>();

function compilerFor(folder: string): NodeCompiler {
	let compiler = compilers.get(folder);
	if (!compiler) compilers.set(folder, (compiler = Compiler.create({ workspace: folder })));
	return compiler;
}

function set({ turn, folder, template, data, attachments, drawn }: Order): Answer {
	try {
		const compiler = compilerFor(folder);
		compiler.resetShadow();
		for (const [name, bytes] of Object.entries(attachments))
			compiler.mapShadow(`${folder}/${name}`, Buffer.from(bytes));
		const inputs = { data };
		const { result, error } = compiled(compiler, `${folder}/${template}`, inputs);
		if (!result) return { turn, failed: error };
		const pdf = new Uint8Array(compiler.pdf(result, { pdfStandard: 'a-2a' }));
		const drawing = drawn ? compiler.svg(result) : null;
		compiler.evictCache(KEPT);
		return { turn, pdf, pages: result.numOfPages, drawing };
	} catch (problem) {
		return { turn, failed: problem instanceof Error ? problem.message : String(problem) };
	}
}

function compiled(compiler: NodeCompiler, mainFilePath: string, inputs: Record<string, string>) {
	const outcome = compiler.compile({ mainFilePath, inputs });
	if (outcome.result && !outcome.hasError()) return { result: outcome.result, error: '' };
	const error = outcome.takeDiagnostics() ?? outcome.takeError();
	return { result: null, error: error ? said(compiler, error) : 'the compiler says nothing' };
}

const said = (compiler: NodeCompiler, error: NodeError): string =>
	(compiler.fetchDiagnostics(error) as { message?: string; path?: string }[])
		.map(({ message, path }) => [path, message].filter(Boolean).join(': '))
		.join('; ') || error.kind;

parentPort?.on('message', (order: Order) => {
	const answer = set(order);
	parentPort!.postMessage(answer, 'pdf' in answer ? [answer.pdf.buffer] : []);
});
