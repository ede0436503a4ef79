import { describe, expect, it } from 'vitest';
import { roleChanges, type RoleRow } from '#clinic/offices/role-changes.ts';
import { mayGrant, permissionsOn, roles, type HeldRole } from '#clinic/offices/roles.ts';

const today = '2026-03-02';
const row = (
	id: string,
	role: HeldRole['role'],
	fromOn: string,
	untilOn: string | null = null,
	onBehalfOf: string | null = null
): RoleRow => ({
	id,
	role,
	fromOn,
	untilOn,
	onBehalfOf
});
const wish = (role: HeldRole['role'], fromOn: string, untilOn: string | null = null): HeldRole => ({
	role,
	fromOn,
	untilOn
});

describe('from the roles held to the roles wanted', () => {
	it('leaves what stays as it is', () => {
		expect(roleChanges([row('a', 'adviser', '2025-01-01')], [wish('adviser', '2025-01-01')], today)).toEqual({
			add: [],
			redate: [],
			drop: []
		});
	});

	it('adds what is new', () => {
		const inspector = wish('inspector', today, '2026-12-31');
		expect(roleChanges([row('a', 'adviser', '2025-01-01')], [wish('adviser', '2025-01-01'), inspector], today)).toEqual(
			{
				add: [inspector],
				redate: [],
				drop: []
			}
		);
	});

	it('ends yesterday what is taken away, so that it gives no right today', () => {
		const { redate, add, drop } = roleChanges([row('a', 'adviser', '2026-03-01')], [], today);
		expect({ redate, add, drop }).toEqual({ redate: [{ id: 'a', untilOn: '2026-03-01' }], add: [], drop: [] });
		expect(permissionsOn([{ ...wish('adviser', '2026-03-01'), untilOn: redate[0]!.untilOn }], today).size).toBe(0);
	});

	it('drops what began today or has not begun', () => {
		const held = [row('a', 'adviser', today), row('b', 'inspector', '2026-03-03')];
		expect(roleChanges(held, [], today)).toEqual({ add: [], redate: [], drop: ['a', 'b'] });
	});

	it('changes the last day', () => {
		expect(
			roleChanges([row('a', 'adviser', '2025-01-01')], [wish('adviser', '2025-01-01', '2026-06-30')], today).redate
		).toEqual([{ id: 'a', untilOn: '2026-06-30' }]);
		expect(
			roleChanges([row('a', 'adviser', '2025-01-01', '2026-06-30')], [wish('adviser', '2025-01-01')], today).redate
		).toEqual([{ id: 'a', untilOn: null }]);
	});

	it('leaves what is over: ended yesterday it is, ending today it is not', () => {
		expect(roleChanges([row('a', 'adviser', '2025-01-01', '2026-03-01')], [], today).redate).toEqual([]);
		expect(roleChanges([row('a', 'adviser', '2025-01-01', today)], [], today).redate).toEqual([
			{ id: 'a', untilOn: '2026-03-01' }
		]);
	});

	it('gives an old role again as a new row', () => {
		const again = wish('adviser', today);
		expect(roleChanges([row('a', 'adviser', '2025-01-01', '2025-12-31')], [again], today)).toEqual({
			add: [again],
			redate: [],
			drop: []
		});
	});

	it('does not touch the role of an acting head', () => {
		expect(roleChanges([row('a', 'headOfOffice', '2026-03-01', '2026-03-10', 'head')], [], today)).toEqual({
			add: [],
			redate: [],
			drop: []
		});
	});
});

describe('a role on its days', () => {
	const held = [wish('inspector', '2026-03-02', '2026-03-05')];
	it.each([
		['2026-03-01', false],
		['2026-03-02', true],
		['2026-03-05', true],
		['2026-03-06', false]
	])('on %s: %s', (day, gives) => expect(permissionsOn(held, day).has('examination.finalise')).toBe(gives));
});

describe('who may give a role', () => {
	it('an office administrator: every role of the office, none above it', () => {
		const own = permissionsOn([wish('officeAdministrator', today)], today);
		expect(roles.filter((role) => !mayGrant(own, role))).toEqual([
			'provinceObserver',
			'ministryObserver',
			'systemAdministrator'
		]);
	});
	it('the system administrator: every role', () => {
		const own = permissionsOn([wish('systemAdministrator', today)], today);
		expect(roles.filter((role) => !mayGrant(own, role))).toEqual([]);
	});
});
