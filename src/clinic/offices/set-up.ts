/** What a new office goes through, in this order, and the deeds that show that it has. */
const steps = {
	identity: ['offices.changeIdentity', 'offices.foundOffice'],
	crest: ['offices.changeCrest'],
	hours: ['offices.changeHours'],
	rooms: ['offices.addRoom', 'offices.changeRoom'],
	clinics: ['offices.changeClinic'],
	holidays: ['offices.setHoliday', 'offices.removeHoliday'],
	staff: ['offices.addStaff'],
	register: ['cooperatives.']
} as const satisfies Record<string, readonly string[]>;
export type SetUpName = keyof typeof steps;

export interface SetUpStep {
	readonly name: SetUpName;
	readonly isDone: boolean;
}

/** @param deeds names of the commands that the office has done; a step that ends in a dot is met by any deed of that stop */
export const setUpSteps = (deeds: ReadonlySet<string>): SetUpStep[] =>
	(Object.keys(steps) as SetUpName[]).map((name) => ({
		name,
		isDone: steps[name].some(
			(deed) => deeds.has(deed) || (deed.endsWith('.') && [...deeds].some((done) => done.startsWith(deed)))
		)
	}));
