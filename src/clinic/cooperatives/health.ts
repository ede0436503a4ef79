/**
 * Outcomes of a scored examination. The first four are in force; the other three only the rule of 2009 knows.
 * The scale stands here because the register and triage read it; examinations give it.
 */
export const healthCategories = [
	'healthy',
	'fairlyHealthy',
	'underSupervision',
	'underSpecialSupervision',
	'lessHealthy',
	'unhealthy',
	'veryUnhealthy'
] as const;
export type HealthCategory = (typeof healthCategories)[number];

/** Under supervision or worse: at least sick. */
export const isIll = (category: HealthCategory): boolean => category !== 'healthy' && category !== 'fairlyHealthy';

/** The worst of its scale: special supervision, and what the rule of 2009 called so. */
export const isGravelyIll = (category: HealthCategory): boolean =>
	category === 'underSpecialSupervision' || category === 'veryUnhealthy';
