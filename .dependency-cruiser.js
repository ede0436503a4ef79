/**
 * Who may import whom. The order of the stops stands here, once; `tests/architecture` plants a break of each rule and
 * expects it to be caught.
 */
export const stops = [
	'offices',
	'papers',
	'cooperatives',
	'cases',
	'visits',
	'consultations',
	'examinations',
	'diagnoses',
	'referrals',
	'treatments',
	'monitoring',
	'closures',
	'reports'
];

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const later = stops.slice(0, -1).map((stop, at) => ({
	name: `earlier-stops-only-${stop}`,
	comment: 'A stop imports itself and earlier stops only.',
	severity: 'error',
	from: { path: `^src/clinic/${stop}/` },
	to: { path: `^src/clinic/(${stops.slice(at + 1).join('|')})/` }
}));

// Root files of a stop and folders that a grown root file became; not its server and not its ui.
const rules = '^src/clinic/[^/]+/(?!server/|ui/).*\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		...later,
		{
			name: 'platform-and-ui-know-no-clinic',
			severity: 'error',
			from: { path: '^src/(platform|ui)/' },
			to: { path: '^src/(clinic|routes)/' }
		},
		{
			name: 'ui-knows-no-platform-server',
			comment: 'What a component imports goes to the browser.',
			severity: 'error',
			from: { path: '^src/ui/' },
			to: { path: '^src/platform/(?!(clock|ids|fields)\\.ts)', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'nobody-imports-routes',
			severity: 'error',
			from: { path: '^src/(?!routes/|hooks\\.)' },
			to: { path: '^src/routes/' }
		},
		{
			name: 'rules-stay-pure',
			comment: 'So they run in the browser, offline and in a script alike.',
			severity: 'error',
			from: { path: rules },
			to: {
				path: '(^node_modules/(drizzle-orm|pg|svelte|@sveltejs|better-auth)/)|/server/|\\.svelte$|^src/messages/|^(node:)?(fs|crypto|path|child_process|net|http|os|worker_threads|stream)(/|$)',
				dependencyTypesNot: ['type-only']
			}
		},
		{
			name: 'rules-stay-pure-platform',
			severity: 'error',
			from: { path: rules },
			to: {
				path: '^src/platform/(?!(clock|ids|fields|refusal|exact-json|typed-code|files/(allowed|file-type)|personal/marked)\\.ts)',
				dependencyTypesNot: ['type-only']
			}
		},
		{
			name: 'routes-touch-no-tables',
			severity: 'error',
			from: { path: '^src/routes/' },
			to: {
				path: '(/tables\\.ts$)|(^src/platform/(database|postgres)/)|(^node_modules/(drizzle-orm|pg)/)',
				dependencyTypesNot: ['type-only']
			}
		},
		{
			name: 'no-server-folder-under-routes',
			severity: 'error',
			from: { path: '^src/routes/.*/server/|^src/routes/server/' },
			to: {}
		},
		{
			name: 'stops-are-entered-by-their-doors',
			comment:
				'Rules, forms, ui and server/{tables,reads,commands} of another stop; nothing else behind its server folder.',
			severity: 'error',
			from: { path: '^src/clinic/([^/]+)/' },
			to: { path: '^src/clinic/[^/]+/server/(?!(tables|reads|commands)(\\.ts$|/))', pathNot: '^src/clinic/$1/' }
		},
		{
			name: 'components-touch-no-server',
			severity: 'error',
			from: { path: '\\.svelte$' },
			to: { path: '/server/|^src/platform/(database|web|personal|sign-in)/', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'reads-do-not-run-commands',
			severity: 'error',
			from: { path: '/server/reads(\\.ts$|/)' },
			to: { path: '/server/commands(\\.ts$|/)|^src/platform/command\\.ts', dependencyTypesNot: ['type-only'] }
		},
		{
			name: 'no-junk-drawers',
			severity: 'error',
			from: { path: '/(lib|util|utils|helper|helpers|common|misc|service|services|types|stores)/' },
			to: {}
		},
		{
			name: 'no-circles',
			severity: 'error',
			from: {},
			to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
		},
		{
			name: 'everything-resolves',
			severity: 'error',
			from: {},
			to: {
				couldNotResolve: true,
				pathNot: '^(\\$app|\\$env|\\./\\$types|svelte|@sveltejs/kit/|\\$service-worker|#messages)'
			}
		}
	],
	options: {
		doNotFollow: { path: 'node_modules|^src/messages/' },
		exclude: { path: '^(build|\\.svelte-kit)/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'node', 'default', 'types']
		}
	}
};
