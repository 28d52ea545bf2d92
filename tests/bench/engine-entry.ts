/** What the browser gets of the engine: compile a scheme, evaluate it, explain the result. */
export { compile } from '../../src/scoring/compile-any.ts';
export { evaluate } from '../../src/scoring/evaluate.ts';
export { report, toJson } from '../../src/scoring/report.ts';
