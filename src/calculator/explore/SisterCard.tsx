import { useState } from 'preact/hooks';
import { calculatorStrings } from '../../i18n/calculator.ts';
import { exploreStrings } from '../../i18n/explore.ts';
import { fill } from '../../i18n/language.ts';
import type { Input } from '../../schema/scheme.ts';
import type { CompiledScheme } from '../../scoring/compile.ts';
import type { Result } from '../../scoring/evaluate.ts';
import { readerOf } from '../../scoring/read-value.ts';
import { isKnown } from '../../scoring/value.ts';
import { wordsOf } from '../../scoring/words.ts';
import { Cite } from '../Cite.tsx';
import { headline } from '../headline.ts';
import { InputField } from '../InputField.tsx';
import type { PanelProps } from '../panel.ts';
import { emptyState, formatState, type State, withInput } from '../state.ts';
import { type Carried, carriedBetween, carriedValues, toFillIn } from './carry.ts';
import { scenarioOf } from './scenario.ts';
import type { Family } from './sister-links.ts';
import { useScheme } from './use-scheme.ts';

type Props = PanelProps & { id: string; family: Family };

/** One sister scheme: what is carried over to it, what it needs besides, and its result. */
export function SisterCard(props: Props) {
  const { id, family, schemesAddress, cite } = props;
  const t = exploreStrings(cite.lang);
  const { loaded, again } = useScheme(`${schemesAddress}${id}.json`);
  return (
    <section class="sister" data-sister={id}>
      {loaded.kind === 'ready' ? (
        <Sister {...props} sister={loaded.compiled} />
      ) : (
        <>
          <h3>{family.schemes[id]?.of[cite.lang]}</h3>
          {loaded.kind === 'waiting' ? (
            <p class="quiet">{t.sistersLoading}</p>
          ) : (
            <p>
              {t.sistersFailed}{' '}
              <button type="button" class="button" onClick={again}>
                {t.sistersAgain}
              </button>
            </p>
          )}
        </>
      )}
    </section>
  );
}

function Sister({ id, family, compiled, sister, state, cite }: Props & { sister: CompiledScheme }) {
  const { lang } = cite;
  const t = exploreStrings(lang);
  const [own, setOwn] = useState<State>(emptyState);
  const { scheme } = sister;
  const carried = carriedBetween(family, compiled.scheme.id, id);
  const values = carriedValues(carried, state.given);
  const all: State = { given: { ...own.given, ...values }, readings: {} };
  const { applies, result, relied } = scenarioOf(sister, all);
  const { inputs, apart } = toFillIn(family, scheme, carried);
  const issues = result.kind === 'invalid' ? result.issues : [];
  const place = (collection: string, name: string): string =>
    cite.chapterAddress.replace(/rulebook\/[^/]+\/$/, `${collection}/${name}/`);
  const there = { chapterAddress: place('rulebook', scheme.case), gaps: {}, lang };
  const follow = scheme.consequences.filter((it) => 'outputs' in result && result.consequences.includes(it.id));
  return (
    <>
      <h3>
        {family.schemes[id]?.of[lang]}
        {t.colon}
        {scheme.title[lang]}
      </h3>
      <p class="quiet">
        {t.subject}
        {t.colon}
        {scheme.subject[lang]}
      </p>
      <CarriedList {...{ carried, compiled, sister, values, lang }} />
      {inputs.length > 0 && (
        <>
          <h4>{t.sistersFill}</h4>
          <ul class="sister-apart">
            {apart.map(({ because }) => (
              <li key={because.zh}>{because[lang]}</li>
            ))}
          </ul>
          <form
            class="sister-form"
            aria-label={fill(t.sistersFillOf, { name: scheme.title[lang] })}
            onSubmit={(event) => event.preventDefault()}
            noValidate
          >
            {inputs
              .filter((name) => applies.has(name))
              .map((name) => (
                <InputField
                  key={name}
                  name={name}
                  input={scheme.inputs[name] as Input}
                  value={own.given[name] ?? ''}
                  issue={issues.find((issue) => issue.input === name && own.given[name] !== undefined)}
                  cite={there}
                  needed={result.kind === 'incomplete' && result.missing.includes(name)}
                  onChange={(value) => setOwn((now) => withInput(now, name, value))}
                />
              ))}
          </form>
        </>
      )}
      <output class="sister-outcome" data-kind={result.kind}>
        {headline(sister, asked(result, family.schemes[id]?.asks), lang)}
      </output>
      {result.kind === 'undefined' && (
        <p class="basis-undefined">
          {t.legendUndefined} <Cite ids={[...new Set(result.open.flatMap(({ gaps }) => gaps))]} cite={there} />
        </p>
      )}
      {relied.length > 0 && (
        <p class="field-hint sister-relied basis-assumed">
          {t.sistersRelied}
          {relied.map(({ id: name, gap }, i) => (
            <span key={name}>
              {i > 0 && calculatorStrings(lang).comma}
              {wordsOf(sister, lang).label(name)} <Cite ids={gap.split(' ')} cite={there} />
            </span>
          ))}
        </p>
      )}
      {follow.length > 0 && (
        <ul class="consequences">
          {follow.map(({ id: name, text, rule }) => (
            <li key={name}>
              {text[lang]} <Cite ids={[rule].flat()} cite={there} />
            </li>
          ))}
        </ul>
      )}
      <p class="sister-links">
        <a href={`${place('calculators', id)}${formatState(sister, all)}`}>{t.sistersOpen}</a>
        <a href={place('cases', scheme.case)}>{t.sistersCase}</a>
      </p>
    </>
  );
}

/** Of what is missing, only what the situation needs. */
const asked = (result: Result, asks: readonly string[] | undefined): Result =>
  result.kind === 'incomplete' && asks
    ? { ...result, missing: result.missing.filter((name) => asks.includes(name)) }
    : result;

type CarriedProps = {
  carried: readonly Carried[];
  compiled: CompiledScheme;
  sister: CompiledScheme;
  values: Readonly<Record<string, string>>;
  lang: PanelProps['cite']['lang'];
};

/** What is carried over, from where and why; it is the editor who matches the inputs, and the list says so. */
function CarriedList({ carried, compiled, sister, values, lang }: CarriedProps) {
  const t = exploreStrings(lang);
  if (carried.length === 0) return <p class="field-hint">{t.sistersCarriedNone}</p>;
  const told = carried.filter(({ input }) => values[input] || sister.scheme.inputs[input]?.absent === undefined);
  const [words, here] = [wordsOf(sister, lang), wordsOf(compiled, lang)];
  const valueText = (input: string): string => {
    const typed = values[input];
    const value = typed === undefined ? null : readerOf(sister.scheme.inputs[input] as Input)(typed);
    return value === null ? (typed ?? '') : isKnown(value) ? words.named(input, value) : '';
  };
  return (
    <>
      <h4>
        {t.sistersCarried} <span class="tag">{t.sistersEditor}</span>
      </h4>
      <ul class="sister-carried">
        {told.map(({ input, from, because }) => (
          <li key={input} class="basis-assumed" data-carried={input}>
            {fill(t.sistersFrom, { input: words.label(input), label: here.label(from) })}
            {t.colon}
            {valueText(input) || t.leftOut}
            <p class="field-hint">{because[lang]}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
