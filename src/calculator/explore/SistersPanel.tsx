import { exploreStrings } from '../../i18n/explore.ts';
import { headline } from '../headline.ts';
import type { PanelProps } from '../panel.ts';
import { familyOf } from './carry.ts';
import { SisterCard } from './SisterCard.tsx';
import { sistersOf } from './sisters.ts';

/** The schemes of other organisations on the same situation, one under another. */
export default function SistersPanel(props: PanelProps) {
  const { compiled, state, result, cite } = props;
  const { lang } = cite;
  const t = exploreStrings(lang);
  const { scheme } = compiled;
  const family = familyOf(scheme.id);
  const blank = Object.keys(state.given).length === 0;
  return (
    <div class="sisters">
      <p class="sisters-warning">
        {family.situation[lang]}
        {lang === 'zh' ? '' : ' '}
        {t.sistersWarning}
      </p>
      <section class="sister" data-sister={scheme.id}>
        <h3>
          {family.schemes[scheme.id]?.of[lang]}
          {t.colon}
          {scheme.title[lang]} <span class="tag">{t.sistersHere}</span>
        </h3>
        <p class="quiet">
          {t.subject}
          {t.colon}
          {scheme.subject[lang]}
        </p>
        <p class="sister-outcome">{blank ? t.sistersBlank : headline(compiled, result, lang)}</p>
      </section>
      {sistersOf(scheme.id).map((id) => (
        <SisterCard {...props} key={id} id={id} family={family} />
      ))}
      <p class="field-hint">{t.sistersDefaults}</p>
    </div>
  );
}
