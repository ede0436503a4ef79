import * as v from 'valibot';
import { zones } from '#platform/clock.ts';
import {
	email,
	flag,
	oneOf,
	optionalDay,
	optionalPhone,
	optionalText,
	requiredDay,
	requiredText,
	upload,
	wholeNumber
} from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { personal } from '#platform/personal/marked.ts';
import type { OpeningHours } from './hours.ts';
import { generalPrefix } from './poli.ts';
import { roles } from './roles.ts';

export const officeIdentity = v.object({
	name: requiredText(120),
	brand: requiredText(60),
	address: requiredText(300),
	phone: optionalPhone(),
	zone: oneOf(zones)
});

/** Code of the home ministry: 33 is Jawa Tengah, 33.14 Kabupaten Sragen. */
const areaCode = () =>
	v.pipe(v.string('required'), v.nonEmpty('required'), v.regex(/^\d{2}(\.\d{2})?$/, 'notAnAreaCode'));
const idleMinutes = () => wholeNumber(1, 480);

export const newOffice = v.object({
	...officeIdentity.entries,
	id: idOf<'Office'>(),
	code: areaCode(),
	idleMinutes: v.optional(idleMinutes(), 15)
});

export const changedIdentity = v.object({ ...officeIdentity.entries, idleMinutes: idleMinutes() });

/** A crest is drawn small; a photograph of one is refused. */
export const largestCrest = 200 * 1024;
export const newCrest = v.object({
	crest: v.pipe(
		upload(largestCrest * 10),
		v.check(({ bytes }) => bytes.byteLength <= largestCrest, 'pictureTooLarge')
	)
});

const time = () => v.pipe(v.optional(v.string(), ''), v.regex(/^$|^([01]\d|2[0-3]):[0-5]\d$/, 'notATime'));

/** One weekday: both times, or neither when the office is closed. */
const weekday = () =>
	v.optional(
		v.pipe(
			v.object({ opens: time(), closes: time() }),
			v.check(({ opens, closes }) => (opens === '') === (closes === ''), 'bothTimes'),
			v.check(({ opens, closes }) => opens === '' || closes === '' || opens < closes, 'closesBeforeOpening'),
			v.transform(({ opens, closes }) => (opens === '' ? null : { opens, closes }))
		),
		{}
	);

/** Fields `hours.1.opens` … `hours.7.closes`, 1 is Monday; a day without times is closed. */
export const weekOfHours = () =>
	v.pipe(
		v.object(
			{ 1: weekday(), 2: weekday(), 3: weekday(), 4: weekday(), 5: weekday(), 6: weekday(), 7: weekday() },
			'required'
		),
		v.transform((days): OpeningHours => Object.fromEntries(Object.entries(days).filter(([, day]) => day !== null)))
	);

export const openingHours = v.object({
	hours: v.pipe(
		weekOfHours(),
		v.check((days) => Object.keys(days).length > 0, 'neverOpen')
	)
});

const roomName = () => requiredText(60);
export const newRoom = v.object({ name: roomName() });
export const changedRoom = v.object({ roomId: idOf<'Room'>(), name: roomName(), isOpen: flag() });

export const changedClinic = v.object({
	clinicId: idOf<'Clinic'>(),
	name: requiredText(60),
	/** The letter before its ticket numbers. */
	prefix: v.pipe(
		v.string('required'),
		v.trim(),
		v.toUpperCase(),
		v.regex(/^[A-Z]$/, 'notALetter'),
		v.notValue(generalPrefix, 'letterOfTheCounter')
	),
	isOpen: flag()
});

export const holiday = v.object({
	on: requiredDay(),
	name: requiredText(80),
	kind: oneOf(['national', 'jointLeave', 'regional'])
});

// Staff

/** Rows `roles.0.role` (a tick box), `roles.0.fromOn`, `roles.0.untilOn`; rows without their tick are left out. */
const roleRows = () =>
	v.pipe(
		v.optional(
			v.array(
				v.variant('role', [
					v.object({ role: v.picklist(roles), fromOn: requiredDay(), untilOn: optionalDay() }),
					v.object({ role: v.optional(v.literal('')) })
				])
			),
			[]
		),
		v.transform((rows) => rows.filter((row) => 'fromOn' in row)),
		v.minLength(1, 'noRole'),
		v.check((rows) => new Set(rows.map(({ role }) => role)).size === rows.length, 'roleTwice'),
		v.check((rows) => rows.every(({ fromOn, untilOn }) => untilOn === null || fromOn <= untilOn), 'untilBeforeFrom')
	);

const staffEntries = {
	name: requiredText(100),
	title: optionalText(100),
	/** Someone from outside: who sends him or her. */
	organisation: optionalText(100),
	clinicIds: v.optional(v.array(idOf<'Clinic'>()), [])
};
export const newStaff = v.object({ ...staffEntries, roles: roleRows() });
export const changedStaff = v.object({ ...staffEntries, staffId: idOf<'Staff'>() });
export const changedRoles = v.object({ staffId: idOf<'Staff'>(), roles: roleRows() });
export const oneStaff = v.object({ staffId: idOf<'Staff'>() });

export const delegation = v.pipe(
	v.object({ staffId: idOf<'Staff'>(), fromOn: requiredDay(), untilOn: requiredDay() }),
	v.forward(
		v.check(({ fromOn, untilOn }) => fromOn <= untilOn, 'untilBeforeFrom'),
		['untilOn']
	)
);
export const endedDelegation = v.object({ staffRoleId: idOf<'StaffRole'>() });

// Accounts

const secret = () =>
	v.pipe(v.string('required'), v.nonEmpty('required'), v.maxLength(256, 'passwordTooLong'), personal());
const accountEntries = {
	name: requiredText(100),
	email: v.pipe(email(), personal()),
	password: secret()
};
export const newAccount = v.object(accountEntries);
/** The account comes from the session of whoever presses the button, never from the form. */
export const joiningAccount = v.object({ userId: v.pipe(v.string(), v.nonEmpty('required')) });
export const passwordReset = v.object({ staffId: idOf<'Staff'>(), alsoSecondStep: flag() });
export const newPassword = v.object({ password: secret() });

export const foundedOffice = v.object({
	...officeIdentity.entries,
	code: areaCode(),
	account: v.object(accountEntries)
});
