import { classroomStrings } from '../../i18n/classroom.ts';
import { fill } from '../../i18n/language.ts';
import type { Language } from '../../scoring/node.ts';
import type { Fact, Task } from './worksheet.ts';

type Props = { title: string; source: string; tasks: readonly Task[]; withAnswers: boolean; lang: Language };

/** The worksheet on paper: tasks with lines to write on, or with their answers. */
export function WorksheetSheet({ title, source, tasks, withAnswers, lang }: Props) {
  const t = classroomStrings(lang);
  return (
    <article class="work-sheet">
      <header>
        <h1>{title}</h1>
        {!withAnswers && (
          <>
            <p class="sheet-names">
              <span>{t.name}</span>
              <span>{t.date}</span>
            </p>
            <p>{t.taskNote}</p>
          </>
        )}
      </header>
      {tasks.map((task, i) => (
        <section key={i}>
          <h2>
            {fill(t.task, { n: i + 1 })}
            {withAnswers && <span> {task.name}</span>}
          </h2>
          <Facts label={t.given} facts={task.given} lang={lang} />
          {task.readings.length > 0 && <Facts label={t.agreed} facts={task.readings} lang={lang} />}
          {withAnswers ? <Answer task={task} lang={lang} /> : <Blanks task={task} lang={lang} />}
        </section>
      ))}
      <footer>{fill(t.source, { source })}</footer>
    </article>
  );
}

function Facts({ label, facts, lang }: { label: string; facts: readonly Fact[]; lang: Language }) {
  const t = classroomStrings(lang);
  return (
    <p>
      <b>{label}</b>
      {t.colon}
      {facts.map((fact) => `${fact.label}${lang === 'zh' ? ' ' : ': '}${fact.value}`).join(t.semicolon)}
      {lang === 'zh' ? '。' : '.'}
    </p>
  );
}

function Blanks({ task, lang }: { task: Task; lang: Language }) {
  const t = classroomStrings(lang);
  return (
    <ul class="blanks">
      {[...task.find, ...(task.asksConsequences ? [t.consequences] : [])].map((label) => (
        <li key={label}>
          <span>{label}</span>
        </li>
      ))}
      <li class="blank-wide">
        <span>{t.reasons}</span>
      </li>
      <li class="blank-wide" />
    </ul>
  );
}

function Answer({ task, lang }: { task: Task; lang: Language }) {
  const t = classroomStrings(lang);
  return (
    <dl>
      <div>
        <dt>{t.answer}</dt>
        <dd class="sheet-answer">{task.answer}</dd>
      </div>
      {task.consequences.length > 0 && (
        <div>
          <dt>{t.consequences}</dt>
          <dd>{task.consequences.join(' ')}</dd>
        </div>
      )}
      <div>
        <dt>{t.byHand}</dt>
        <dd lang="zh-CN">{task.byHand}</dd>
      </div>
      {task.cites.length > 0 && (
        <div>
          <dt>{t.rules}</dt>
          <dd>{task.cites.join(t.comma)}</dd>
        </div>
      )}
    </dl>
  );
}
