import { describe, expect, test } from 'vitest';
import { readSettings } from '#env';
import { decideMode, type Wishes } from '../../bin/mode.ts';

describe('the mode', () => {
	const empty: Wishes = { asked: undefined, stored: undefined, external: false };
	test.each<[string, Partial<Wishes>, string]>([
		['an empty embedded database', {}, 'demo'],
		['asked for real', { asked: 'real' }, 'real'],
		['stored real', { stored: 'real' }, 'real'],
		['stored and asked', { stored: 'real', asked: 'real' }, 'real'],
		['an own server, asked for real', { external: true, asked: 'real' }, 'real'],
		['an own server, stored real', { external: true, stored: 'real' }, 'real'],
		['an own server, asked for a demonstration', { external: true, asked: 'demo' }, 'demo']
	])('%s', (_what, wishes, mode) => expect(decideMode({ ...empty, ...wishes })).toBe(mode));
	test.each<[string, Partial<Wishes>]>([
		['the other mode', { stored: 'real', asked: 'demo' }],
		['and the other way round', { stored: 'demo', asked: 'real' }],
		['an empty own server without a word', { external: true }],
		['a demonstration on an own server without a word', { external: true, stored: 'demo' }]
	])('refused: %s', (_what, wishes) => expect(() => decideMode({ ...empty, ...wishes })).toThrow());
});

describe('settings', () => {
	test('have defaults, and blank is not given', () => {
		expect(readSettings({ PORT: ' ', ORIGIN: '' })).toMatchObject({
			PORT: 3000,
			HOST: '127.0.0.1',
			DATA_DIR: 'data',
			LOG_LEVEL: 'info'
		});
		expect(readSettings({ ORIGIN: '' }).ORIGIN).toBeUndefined();
	});
	test('are read as what they are', () => {
		expect(
			readSettings({ PORT: '0', ORIGIN: 'https://klinik.example/', TRUSTED_PROXY: '10.0.0.1, 10.1.0.0/16' })
		).toMatchObject({
			PORT: 0,
			ORIGIN: 'https://klinik.example',
			TRUSTED_PROXY: ['10.0.0.1', '10.1.0.0/16']
		});
	});
	test.each([
		['PORT', '65536'],
		['PORT', '-1'],
		['PORT', '80a'],
		['HOST', 'klinik example'],
		['ORIGIN', 'http://klinik.example'],
		['ORIGIN', 'https://klinik.example/klinik'],
		['TRUSTED_PROXY', 'proxy.example'],
		['TRUSTED_PROXY', '10.0.0.1/33'],
		['TRUSTED_PROXY', '999.1.1.1'],
		['DATABASE_URL', 'mysql://a@b/c'],
		['MASTER_KEY', 'c2hvcnQ='],
		['LOG_LEVEL', 'loud'],
		['FIXED_NOW', 'yesterday']
	])('%s=%s is refused by name', (name, value) =>
		expect(() => readSettings({ [name]: value })).toThrow(`Pengaturan ${name} keliru`)
	);
	test('a refused secret is not repeated', () => {
		expect(() => readSettings({ DATABASE_URL: 'mysql://a:rahasia@b/c' })).toThrow(/^(?!.*rahasia)/);
	});
});
