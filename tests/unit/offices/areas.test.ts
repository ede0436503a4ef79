import { describe, expect, it } from 'vitest';
import { foldArea, zoneOfArea } from '#clinic/offices/areas.ts';
import { setUpSteps } from '#clinic/offices/set-up.ts';

describe('the zone of an area', () => {
	it.each([
		['11', 'Asia/Jakarta'],
		['33.14', 'Asia/Jakarta'],
		['36.71', 'Asia/Jakarta'],
		['51.08', 'Asia/Makassar'],
		['53.01', 'Asia/Makassar'],
		['61.71', 'Asia/Jakarta'],
		['62.01', 'Asia/Jakarta'],
		['63.71', 'Asia/Makassar'],
		['65.01', 'Asia/Makassar'],
		['76.01', 'Asia/Makassar'],
		['81.71', 'Asia/Jayapura'],
		['97.01', 'Asia/Jayapura']
	])('%s is %s', (code, zone) => expect(zoneOfArea(code)).toBe(zone));
});

describe('the name of an area', () => {
	it.each(['Kabupaten Sragen', 'KAB. SRAGEN', ' sragen '])('%s is compared as sragen', (name) =>
		expect(foldArea(name)).toBe('sragen')
	);
});

describe('the set-up of an office', () => {
	const done = (...deeds: string[]) =>
		setUpSteps(new Set(deeds))
			.filter(({ isDone }) => isDone)
			.map(({ name }) => name);
	it('is told by its deeds', () => {
		expect(done()).toEqual([]);
		expect(done('offices.foundOffice', 'offices.createOffice')).toEqual(['identity']);
		expect(done('offices.changeRoom', 'offices.removeHoliday')).toEqual(['rooms', 'holidays']);
	});
	it('counts any deed of the register as its import', () => {
		expect(done('cooperatives.importRegister')).toEqual(['register']);
		expect(done('cooperatives')).toEqual([]);
	});
});
