import type { CauseCode } from '../../code-list/names.ts';
import type { Rule } from '../rule.ts';
import { business, legal } from './business.ts';
import { finance, people } from './finance.ts';
import { governance, membership } from './governance.ts';
import { institution, licensing } from './institution.ts';

/** Never edited once it was published: another weight is another version. A rule is named by its disease's number: K01, version 2. */
export const ruleVersion = '2';

export const secondRules: Readonly<Record<CauseCode, Rule>> = {
	...finance,
	...people,
	...institution,
	...licensing,
	...governance,
	...membership,
	...business,
	...legal
};
