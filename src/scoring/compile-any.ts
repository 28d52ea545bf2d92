import { type CompiledScheme, compileWith, type IdentifiedScheme } from './compile.ts';
import { compilers } from './operations/index.ts';

/** Compiles any scheme for a single subject. Throws `SchemeError` for names that lead nowhere. */
export const compile = (scheme: IdentifiedScheme): CompiledScheme => compileWith(compilers, scheme);
