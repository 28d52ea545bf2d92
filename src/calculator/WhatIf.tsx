import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { calculatorResultStrings } from '../i18n/calculator-result.ts';
import { fill } from '../i18n/language.ts';
import type { PanelProps } from './panel.ts';
import { withInput } from './state.ts';
import { useSearch } from './use-search.ts';
import type { Adopt, Found } from './what-if-search.ts';

const of = <Part extends Found['part']>(found: readonly Found[], part: Part) =>
  found.filter((it): it is Extract<Found, { part: Part }> => it.part === part);

/** What would change the result: the cheapest way to a better one, then the smallest change of each input. */
export default function WhatIf({ compiled, state, given, cite, onChange }: PanelProps) {
  const { lang } = cite;
  const t = calculatorResultStrings(lang);
  const box = useRef<HTMLDivElement>(null);
  const { found, stale } = useSearch(compiled, { given, readings: state.readings, lang });
  const [better] = of(found, 'better');
  const [end] = of(found, 'end');
  const [changes, unchanging] = [of(found, 'change'), of(found, 'unchanging')];
  const adopt = (typed: Readonly<Record<string, string>>): void => {
    onChange(Object.entries(typed).reduce((now, [input, value]) => withInput(now, input, value), state));
    // The button goes with the change that it made.
    box.current?.focus();
  };
  const button = (move: Adopt) => (
    <Button
      disabled={stale}
      label={fill(t.adoptOne, { label: move.label, value: move.value })}
      onClick={() => adopt({ [move.input]: move.typed })}
    >
      {t.adopt}
    </Button>
  );
  return (
    <div class="what-if" ref={box} tabIndex={-1} aria-busy={stale || !end} data-done={(!stale && !!end) || undefined}>
      {end?.basis === false && <p class="quiet">{t.noBasis}</p>}
      {found.length === 0 && <p class="quiet">{t.searching}</p>}
      {better && (
        <div class="what-if-better" data-found={better.moves.length > 0 || undefined}>
          <h3>{t.better}</h3>
          <p class="what-if-line">
            <span class="what-if-text">{better.text}</span> {better.moves.length === 1 && better.moves.map(button)}
          </p>
          {better.moves.length > 1 && (
            <ul>
              {better.moves.map((move) => (
                <li key={move.label}>
                  {fill(t.moveTo, { label: move.label, value: move.value })} {button(move)}
                </li>
              ))}
            </ul>
          )}
          {better.moves.length > 1 && (
            <Button disabled={stale} onClick={() => adopt(better.together)}>
              {t.adoptAll}
            </Button>
          )}
          {!better.proven && <p class="field-hint">{t.notProven}</p>}
        </div>
      )}
      {better && <h3>{t.eachInput}</h3>}
      {better && !end && <p class="quiet">{t.searching}</p>}
      {end?.basis && changes.length === 0 && <p class="quiet">{t.noneChanges}</p>}
      <ul class="what-if-changes">
        {changes.map(({ input, text, fixed, adopt: move }) => (
          <li key={text} data-change={input}>
            <span class="what-if-text">
              {text} {fixed && <span class="tag tag-quiet">{t.fixed}</span>}
            </span>{' '}
            {button(move)}
          </li>
        ))}
      </ul>
      {unchanging.length > 0 && (
        <details>
          <summary>{t.unchanging}</summary>
          <ul class="what-if-changes">
            {unchanging.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

type ButtonProps = { disabled: boolean; label?: string; onClick: () => void; children: ComponentChildren };

function Button({ disabled, label, onClick, children }: ButtonProps) {
  return (
    <button type="button" class="button button-small" disabled={disabled} aria-label={label} onClick={onClick}>
      {children}
    </button>
  );
}
