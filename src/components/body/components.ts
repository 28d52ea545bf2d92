import Evidence from './Evidence.astro';
import F from './F.astro';
import Gaps from './Gaps.astro';
import Note from './Note.astro';
import R from './R.astro';
import Table from './Table.astro';
import Term from './Term.astro';
import To from './To.astro';
import Variants from './Variants.astro';

/** What an MDX body may use; see content/README.md. `Evidence`, `Term` and `Variants` are put in at build time. */
export const bodyComponents = { R, F, Note, Gaps, To, Evidence, Term, Variants, table: Table };
