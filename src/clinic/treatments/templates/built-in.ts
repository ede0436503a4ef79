import type { ClinicCode } from '#clinic/offices/poli.ts';
import type { Template } from '../templates.ts';
import { finance, financeGroup } from './finance.ts';
import { governance, governanceGroup } from './governance.ts';
import { institution, institutionGroup } from './institution.ts';
import { licensing, licensingGroup } from './licensing.ts';
import { people, peopleGroup } from './people.ts';
import { businessGroup, lawGroup, membershipGroup, rest } from './rest.ts';

/**
 * The templates that come with the program, in Indonesian as boards read them. Made by us from what the clinics tell of
 * their treatments; no regulation prescribes them. Any change of the text is a new version: plans keep theirs.
 */
export const templatesVersion = '2026-1';

/** By code of the cause. */
export const causeTemplates: Readonly<Record<string, Template>> = {
	...finance,
	...people,
	...institution,
	...licensing,
	...governance,
	...rest
};

/** For every cause of a group that has none of its own. */
export const groupTemplates: Readonly<Record<ClinicCode, Template>> = {
	finance: financeGroup,
	people: peopleGroup,
	institution: institutionGroup,
	licensing: licensingGroup,
	governance: governanceGroup,
	membership: membershipGroup,
	business: businessGroup,
	law: lawGroup
};
