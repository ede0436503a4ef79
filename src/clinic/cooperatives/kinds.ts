/** The five kinds of the register. */
export const kinds = ['producer', 'consumer', 'service', 'marketing', 'savingsAndLoan'] as const;
export type Kind = (typeof kinds)[number];

export const patterns = ['conventional', 'sharia'] as const;
export type Pattern = (typeof patterns)[number];

/** Primary: people are members; secondary: cooperatives are. */
export const forms = ['primary', 'secondary'] as const;
export type CooperativeForm = (typeof forms)[number];

export const registryStatuses = ['active', 'inactive'] as const;
export type RegistryStatus = (typeof registryStatuses)[number];

/** In what capacity a person speaks for a cooperative. */
export const capacities = ['board', 'supervisoryBoard', 'manager', 'member', 'founder', 'other'] as const;
export type Capacity = (typeof capacities)[number];

export const boardRoles = ['chair', 'secretary', 'treasurer', 'supervisor', 'manager'] as const;
export type BoardRole = (typeof boardRoles)[number];
