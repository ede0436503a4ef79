import { beforeAll, describe, expect, it } from 'vitest';
import { rolePermissions, roles } from '#clinic/offices/roles.ts';
import type { Actor } from '#platform/actor.ts';
import { perform, type AnyCommand } from '#platform/command.ts';
import { newId } from '#platform/ids.ts';
import { allCommands } from '../../architecture/permissions.ts';
import { testDatabase } from '../../database/database.ts';
import { smallNow, smallWorld, type SmallWorld } from '../../world/small.ts';
import { inputs, nameNoId } from './inputs.ts';
import { arrangeSubjects, type Subjects } from './subjects.ts';

const test = testDatabase();
const commands = await allCommands();
let world: SmallWorld;
let own: Subjects;
let foreign: Subjects;

beforeAll(async () => {
	world = await smallWorld(test.database);
	own = await arrangeSubjects(test, world.sragen);
	foreign = await arrangeSubjects(test, world.buleleng);
}, 60_000);

/** What a deed answers: `done`, or the refusal's code, or `bad input`. */
async function answer(actor: Actor, deed: AnyCommand, input: unknown): Promise<string> {
	try {
		await perform({ database: test.database, actor, now: smallNow, commandId: newId() }, deed, input);
		return 'done';
	} catch (problem) {
		const { name, code } = problem as { name: string; code?: string };
		if (name === 'BadInput') return 'bad input';
		if (name === 'Refusal') return code!;
		throw problem;
	}
}

/** Nothing in any office has these ids. */
const nowhere = () => Object.fromEntries(Object.keys(own).map((subject) => [subject, newId()])) as unknown as Subjects;

/** The subjects that a command's input names, found by watching what it takes. */
function subjectsNamedBy(name: string): (keyof Subjects)[] {
	const taken = new Set<string>();
	inputs[name]!(
		new Proxy(own, {
			get: (subjects, subject: string) => {
				taken.add(subject);
				return subjects[subject as keyof Subjects];
			}
		})
	);
	return [...taken] as (keyof Subjects)[];
}

describe('each command × each role', () => {
	it('has an input here that names its ids, or is known to name none', () => {
		const names = commands.map(({ name }) => name);
		expect(names.filter((name) => !(name in inputs) && !nameNoId.includes(name))).toEqual([]);
		expect([...Object.keys(inputs), ...nameNoId].filter((name) => !names.includes(name))).toEqual([]);
	});

	it.each(roles.map((role) => [role] as const))('%s may do what the table says and nothing else', async (role) => {
		const actor = world.sragen.actors[role];
		const wrong: string[] = [];
		for (const deed of commands) {
			const allowed = (rolePermissions[role] as string[]).includes(deed.needs);
			// Ids that do not exist, or no input at all: whoever is allowed gets past the door and no further.
			const said = await answer(actor, deed, inputs[deed.name]?.(nowhere()) ?? null);
			if ((said === 'forbidden') === allowed) wrong.push(`${deed.name}: ${said}`);
		}
		expect(wrong).toEqual([]);
	});
});

describe('a foreign office’s id is a missing id', () => {
	const cases = commands.filter(({ name }) => name in inputs).map((deed) => [deed.name, deed] as const);

	it.each(cases)('%s', async (name, deed) => {
		// May do everything in Sragen: only the line between the offices stands in the way.
		const actor: Actor = { ...world.sragen.actors.headOfOffice, permissions: new Set([deed.needs]) };
		const named = subjectsNamedBy(name);
		expect(named.length).toBeGreaterThan(0);
		for (const subject of named) {
			const withForeign = await answer(actor, deed, inputs[name]!({ ...own, [subject]: foreign[subject] }));
			const withNothing = await answer(actor, deed, inputs[name]!({ ...own, [subject]: newId() }));
			expect({ subject, said: withForeign }).toEqual({ subject, said: withNothing });
			expect(['done', 'bad input', 'forbidden']).not.toContain(withForeign);
		}
	});
});
