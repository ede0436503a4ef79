import * as v from 'valibot';
import { optionalDay, optionalPhone, optionalText, requiredText } from '#platform/fields.ts';
import { idOf } from '#platform/ids.ts';
import { personal } from '#platform/personal/marked.ts';
import { reaches } from './classification.ts';
import { boardRoles, forms, kinds, patterns, registryStatuses } from './kinds.ts';

const bookYear = v.pipe(v.number(), v.integer(), v.minValue(1940), v.maxValue(2100));
const count = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)));
/** Digits, so that no amount is ever rounded on its way. */
const rupiah = v.nullable(v.pipe(v.string(), v.regex(/^-?\d{1,18}$/, 'notANumber')));
const areaCode = v.nullable(v.pipe(v.string(), v.regex(/^\d{2}\.\d{2}\.\d{2}(\.\d{4})?$/, 'notUnderstood')));
/** Ministry's number of the cooperative and number of the business: 13 digits each, and not the same thing. */
const thirteenDigits = v.nullable(v.pipe(v.string(), v.regex(/^\d{13}$/, 'notANumber')));

const personTakenOver = v.object({
	id: idOf<'Person'>(),
	name: v.pipe(requiredText(120), personal()),
	phone: v.pipe(v.nullable(optionalPhone()), personal())
});

const cooperativeTakenOver = v.object({
	id: idOf<'Cooperative'>(),
	name: requiredText(200),
	kind: v.nullable(v.picklist(kinds)),
	pattern: v.nullable(v.picklist(patterns)),
	form: v.nullable(v.picklist(forms)),
	reach: v.optional(v.nullable(v.picklist(reaches)), null),
	hasSavingsUnit: v.boolean(),
	legalNumber: v.nullable(optionalText(80)),
	legalOn: v.nullable(optionalDay()),
	registryNumber: thirteenDigits,
	businessNumber: thirteenDigits,
	address: v.nullable(optionalText(300)),
	districtCode: areaCode,
	villageCode: areaCode,
	phone: v.nullable(optionalPhone()),
	registryStatus: v.nullable(v.picklist(registryStatuses)),
	foundedOn: v.nullable(optionalDay()),
	figures: v.array(
		v.object({
			bookYear,
			members: count,
			ownCapitalRupiah: rupiah,
			outsideCapitalRupiah: rupiah,
			assetsRupiah: rupiah,
			turnoverRupiah: rupiah,
			netSurplusRupiah: rupiah
		})
	),
	meetings: v.array(
		v.pipe(
			v.object({ bookYear, heldOn: v.nullable(optionalDay()), reportedOn: v.nullable(optionalDay()) }),
			v.check(({ heldOn, reportedOn }) => reportedOn === null || heldOn !== null, 'notUnderstood')
		)
	),
	board: v.array(
		v.object({
			id: idOf<'BoardTerm'>(),
			personId: idOf<'Person'>(),
			role: v.picklist(boardRoles),
			fromOn: v.nullable(optionalDay()),
			untilOn: v.nullable(optionalDay())
		})
	)
});

/** A register as another system kept it: identity, figures, annual meetings and boards of many cooperatives at once. */
export const registerTakenOver = v.object({
	people: v.array(personTakenOver),
	cooperatives: v.pipe(v.array(cooperativeTakenOver), v.minLength(1, 'required'))
});
export type RegisterTakenOver = v.InferInput<typeof registerTakenOver>;
export type CooperativeTakenOver = RegisterTakenOver['cooperatives'][number];
export type PersonTakenOver = RegisterTakenOver['people'][number];
