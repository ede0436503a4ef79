export const no = (...items: readonly string[]): string[] => items.map((item) => `answeredNo:${item}`);
export const yes = (...items: readonly string[]): string[] => items.map((item) => `answeredYes:${item}`);
export const told = (...complaints: readonly string[]): string[] =>
	complaints.map((complaint) => `complaint:${complaint}`);
