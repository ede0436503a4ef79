/** Rights that the office helps a cooperative to get. */
export const requestKinds = ['businessNumber', 'registryNumber', 'businessLicence', 'branchPermit'] as const;
export type RequestKind = (typeof requestKinds)[number];

/** What happens on the way. A sent request may be answered and sent again; the last two end it. */
export const requestSteps = ['sent', 'answered', 'visited', 'noted', 'granted', 'refused', 'withdrawn'] as const;
export type RequestStep = (typeof requestSteps)[number];

export const requestEnds = ['granted', 'refused', 'withdrawn'] as const;
export type RequestEnd = (typeof requestEnds)[number];
