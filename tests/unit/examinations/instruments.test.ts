import { describe, expect, test } from 'vitest';
import { findInstrument, instruments } from '#clinic/examinations/catalogue.ts';
import { componentsOf, isAsking, isMeasured } from '#clinic/examinations/formula.ts';
import { edgedBands, leastCertain } from '#clinic/examinations/instrument.ts';
import { decimal } from '#clinic/examinations/ratio.ts';
import { ready } from '#clinic/examinations/scales.ts';

const parts = (value: unknown): object[] =>
	typeof value === 'object' && value !== null ? [value, ...Object.values(value).flatMap(parts)] : [];

describe.each(instruments.map((instrument) => [instrument.code, instrument] as const))('%s', (_code, instrument) => {
	const weight = (items: readonly { weight: string | null }[]) =>
		items.reduce((sum, item) => sum + decimal(item.weight ?? '0', 2), 0n);

	test('weighs 100 in all, unless it adds nothing up', () => {
		expect(weight(instrument.aspects)).toBe(instrument.adding === 'none' ? 0n : 10_000n);
		for (const aspect of instrument.aspects) {
			const weights = aspect.components.map((component) => component.weight);
			if ((instrument.adding ?? 'points') === 'points')
				expect(weight(aspect.components)).toBe(decimal(aspect.weight ?? '', 2));
			else expect(new Set(weights)).toEqual(new Set([instrument.adding === 'credits' ? '4' : null]));
		}
	});

	test('has its own code for each component of an aspect, each block and each question', () => {
		for (const { components } of instrument.aspects) {
			const codes = components.map(({ code }) => code);
			expect(new Set(codes).size).toBe(codes.length);
		}
		const blocks = componentsOf(instrument).filter(isAsking);
		const items = blocks.flatMap((block) => block.items.map(({ code }) => code));
		const codes = [...blocks.map(({ code }) => code), ...items];
		expect(new Set(codes).size).toBe(codes.length);
		for (const code of [...codes, ...componentsOf(instrument).map((one) => one.code)])
			expect(code).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*(\.\d+)?$/);
	});

	test('has questions that together weigh what their component weighs, in words that are ours', () => {
		for (const component of componentsOf(instrument)) {
			if (!isAsking(component)) continue;
			expect(component.wording).toBe('unverified');
			expect(new Set(component.items.map(({ wording }) => wording)).size).toBe(component.items.length);
			if (component.kind !== 'checklist') continue;
			expect(decimal(component.perYes, 2) * BigInt(component.items.length)).toBe(decimal(component.weight ?? '', 2));
		}
	});

	test('is frozen to its last leaf', () => {
		for (const part of parts(instrument)) expect(Object.isFrozen(part)).toBe(true);
	});

	test('says where each component comes from and what a denominator of 0 or below means', () => {
		for (const component of instrument.aspects.flatMap((aspect) => aspect.components)) {
			expect(component.source).toContain(instrument.regulation);
			if (!isMeasured(component)) continue;
			for (const { why, certainty } of [component.zeroDenominator, component.negativeDenominator]) {
				expect(certainty).toBe('unverified');
				expect(why.id && why.en).toBeTruthy();
			}
			if (component.readings.length > 1)
				for (const { note } of component.readings) expect(note?.id && note.en).toBeTruthy();
		}
	});

	test('has bands that rise, and only the last is without an upper edge', () => {
		for (const component of instrument.aspects.flatMap((aspect) => aspect.components)) {
			if (!isMeasured(component)) continue;
			for (const { rule } of component.readings) {
				if (rule.kind !== 'bands') continue;
				const edges = rule.bands.map(({ upTo, below }) => upTo ?? below);
				expect(edges.pop()).toBeUndefined();
				const sizes = edges.map((edge) => decimal(edge ?? '', 3));
				expect(sizes).toEqual([...sizes].sort((one, other) => (one < other ? -1 : 1)));
				expect(new Set(sizes).size).toBe(sizes.length);
			}
		}
	});

	test('is prepared once', () => {
		expect(ready(instrument)).toBe(ready(instrument));
	});
});

test('the aspects and components of ksp-2016, in order', () => {
	const names = findInstrument('ksp-2016')?.aspects.map(({ code, components }) => [
		code,
		components.map((one) => `${one.code} ${one.weight}`)
	]);
	expect(names).toEqual([
		['capital', ['own-capital-to-assets 6', 'own-capital-to-risky-loans 6', 'capital-adequacy 3']],
		['earning-assets', ['member-loan-share 10', 'problem-loan-risk 5', 'reserve-coverage 5', 'risky-loan-share 5']],
		['management', ['general 3', 'institution 3', 'capital 3', 'assets 3', 'liquidity 3']],
		['efficiency', ['member-operating-cost 4', 'operating-cost 4', 'service-efficiency 2']],
		['liquidity', ['cash-ratio 10', 'loans-to-funds 5']],
		['growth', ['return-on-assets 3', 'return-on-own-capital 3', 'operational-self-reliance 4']],
		['identity', ['gross-participation 7', 'member-promotion 3']]
	]);
});

test('an instrument is found by code and version, and no other name finds one', () => {
	expect(findInstrument('ksp-2016')?.version).toBe('1');
	expect(findInstrument('ksp-2016', '1')).toBe(findInstrument('ksp-2016'));
	expect(findInstrument('ksp-2016', '2')).toBeNull();
	expect(findInstrument('KSP-2016')).toBeNull();
});

test('a table whose score would need more than two decimals is refused when it is prepared', () => {
	const instrument = findInstrument('ksp-2016')!;
	const [capital] = instrument.aspects;
	const weighing = (weight: string) => {
		const components = [{ ...capital!.components[0]!, weight }];
		return () => ready({ ...instrument, aspects: [{ ...capital!, components }] });
	};
	expect(weighing('6.04')).not.toThrow();
	expect(weighing('6.01')).toThrow(/more than two decimals/);
});

test('edgedBands gives every band the edge it begins at', () => {
	expect(edgedBands([{ below: '4', mark: 0 }, { upTo: '8', mark: 1 }, { mark: 2 }])).toEqual([
		{ below: '4', mark: 0 },
		{ from: '4', upTo: '8', mark: 1 },
		{ above: '8', mark: 2 }
	]);
});

test('what is least certain decides', () => {
	expect(leastCertain('official', 'secondary')).toBe('secondary');
	expect(leastCertain('official', undefined, 'unverified')).toBe('unverified');
	expect(leastCertain('official', undefined)).toBe('official');
});
