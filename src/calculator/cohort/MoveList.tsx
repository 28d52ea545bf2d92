import { useId } from 'preact/hooks';
import { cohortStrings } from '../../i18n/cohort.ts';
import { fill, type Lang } from '../../i18n/language.ts';
import type { CompiledCohort } from '../../scoring/cohort/compile-cohort.ts';
import { wordsOf } from '../../scoring/words.ts';
import type { Moves } from './messages.ts';
import type { Change } from './use-cohort.ts';

type Props = { cohort: CompiledCohort; change: Change; moves: Moves; lang: Lang };

/** Whom the last change of an assumption moved, and where to. */
export function MoveList({ cohort, change, moves, lang }: Props) {
  const t = cohortStrings(lang);
  const id = useId();
  const words = wordsOf(cohort.compiled, lang);
  const reading = (it: string): string => (it === 'off' ? t.off : words.option(change.name, it));
  const label = cohort.compiled.scheme.assumptions[change.name]?.label[lang] ?? change.name;
  const { outcome, figure, list } = moves;
  const counts = [
    outcome > 0 ? fill(t.movesCount, { n: outcome }) : figure > 0 ? '' : t.movesNone,
    figure > 0 ? fill(t.movesFigure, { n: figure }) : '',
  ];
  return (
    <section class="cohort-moves" aria-labelledby={id}>
      <h3 id={id}>{t.moves}</h3>
      <p>{fill(t.movesBecause, { label, before: reading(change.before), after: reading(change.after) })}</p>
      <p>
        <strong>{counts.filter(Boolean).join(lang === 'zh' ? '' : ' ')}</strong>
      </p>
      {list.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <ul class="cohort-moved" tabIndex={0} aria-label={t.moves}>
          {list.map(({ row, name, changes }) => (
            <li key={row}>
              <strong>{name}</strong> {changes.join(t.semicolon)}
            </li>
          ))}
        </ul>
      )}
      {outcome + figure > list.length && <p class="quiet">{fill(t.movesMore, { shown: list.length })}</p>}
    </section>
  );
}
