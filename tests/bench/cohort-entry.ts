export { compileCohort } from '../../src/scoring/cohort/compile-cohort.ts';
export { evaluateCohort } from '../../src/scoring/cohort/evaluate-cohort.ts';
