import { ksp2016 } from '#clinic/examinations/instruments/ksp-2016.ts';
import { liftOf } from '#clinic/examinations/lift/lift.ts';
import { readEntries } from '#clinic/examinations/request.ts';
import { scoreExamination } from '#clinic/examinations/score.ts';
import { papersOf, type Accounts } from '#world/papers.ts';
import { milliseconds, type BenchRow } from './row.ts';

const figures = [{ assetsRupiah: '950701522' }] as Parameters<typeof papersOf>[0]['figures'];

function requestFor(accounts: Accounts) {
	const { figures: given, answers } = papersOf({ figures }, accounts);
	const items = Object.entries(answers).map(([field, answer]) => [field.replace(/-(?=\d+$)/, '.'), answer === 'yes']);
	return readEntries(ksp2016, { figures: given, answers: Object.fromEntries(items), readings: {} });
}

export const rows: readonly BenchRow[] = [
	{
		name: 'lift',
		what: 'what would lift one examination, against scoring it once; the page waits for it',
		budget: '≤ 100 ms',
		holds: ({ ours }) => ours <= 100,
		run: async () => {
			const measured = [];
			for (const accounts of ['grave', 'poor', 'fair'] as const) {
				const request = requestFor(accounts);
				measured.push({
					detail: accounts,
					ours: await milliseconds(async () => liftOf(request)),
					baseline: await milliseconds(async () => scoreExamination(request)),
					unit: 'ms' as const
				});
			}
			return measured;
		}
	}
];
