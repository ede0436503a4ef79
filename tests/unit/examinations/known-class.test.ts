import { expect, it } from 'vitest';
import { knownClass } from '#clinic/examinations/known-class.ts';
import { whichInstrument } from '#clinic/examinations/which-instrument.ts';

const figures = { members: 100, ownCapital: 20_000_000_000n, assets: null };

it('is judged by the figures, with the criteria that decided and those that are not known', () => {
	expect(knownClass({ businessFigures: figures })).toMatchObject({
		class: 3,
		from: 'figures',
		by: ['ownCapital'],
		unknown: ['assets'],
		certainty: 'unverified'
	});
});

it('is the register’s own where it has one, whatever the figures say', () => {
	expect(knownClass({ businessClass: 2, businessFigures: figures })).toEqual({ class: 2, from: 'register' });
	const consumer = { kind: 'consumer', pattern: 'conventional', businessFigures: figures } as const;
	expect(whichInstrument(consumer, 2025)).toEqual({ instrument: null, reason: 'classWithoutInstrument' });
	expect(whichInstrument({ ...consumer, businessClass: 2 }, 2025).instrument?.code).toBe('kkpkk-2021-real');
	expect(
		whichInstrument({ ...consumer, businessFigures: { ...figures, ownCapital: null }, businessClass: 4 }, 2025)
	).toEqual({ instrument: null, reason: 'classWithoutInstrument' });
});

it('is not known where nothing is known', () => {
	expect(knownClass({})).toBeNull();
	expect(
		knownClass({ businessClass: null, businessFigures: { members: null, ownCapital: null, assets: null } })
	).toBeNull();
	expect(knownClass({ businessClass: 7 })).toBeNull();
});
