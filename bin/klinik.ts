/** The commands of the terminal: `npm run -s klinik -- <command> …`. Results to stdout, talk to stderr. */
import { commands } from './commands.ts';
import { explain } from './failures.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

function usage(): string {
	const width = Math.max(...Object.values(commands).map((command) => command.usage.length));
	const lines = Object.values(commands).map((command) => `  ${command.usage.padEnd(width)}  ${command.means}`);
	return ['Cara pakai: npm run -s klinik -- PERINTAH', '', ...lines].join('\n');
}

async function main([name, ...args]: string[]): Promise<number> {
	if (name === undefined || name === '--help' || name === 'help') {
		process.stdout.write(`${usage()}\n`);
		return name === undefined ? 1 : 0;
	}
	const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
	if (!command) {
		say(`Perintah "${name}" tidak dikenal.\n${usage()}`);
		return 1;
	}
	try {
		return await command.run(args);
	} catch (error) {
		say(explain(error));
		if (process.env.LOG_LEVEL === 'debug') console.error(error);
		return 1;
	}
}

process.exitCode = await main(process.argv.slice(2));
