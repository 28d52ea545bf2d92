import { useState } from 'preact/hooks';
import { classroomStrings } from '../../i18n/classroom.ts';
import { fill } from '../../i18n/language.ts';
import type { PanelProps } from '../panel.ts';
import { printSheet } from '../take-away/print-sheet.ts';
import { WorksheetSheet } from './WorksheetSheet.tsx';
import { sheetTitle, taskOf, tasksIn } from './worksheet.ts';

/** Worked examples to choose from, printed as tasks or as answers. */
export function WorksheetMaker({ compiled, cite, titles }: PanelProps) {
  const { lang } = cite;
  const t = classroomStrings(lang);
  const examples = tasksIn(compiled);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const toggle = (place: number): void => setChosen((now) => now.symmetricDifference(new Set([place])));
  const print = (withAnswers: boolean): void => {
    const tasks = examples.filter((_, i) => chosen.has(i)).map((example) => taskOf(compiled, example, lang));
    const source = titles?.join(t.semicolon) || compiled.scheme.case;
    printSheet(
      <WorksheetSheet
        title={sheetTitle(compiled, withAnswers, lang)}
        source={`${source} · ${compiled.scheme.id}@${compiled.scheme.edition}`}
        tasks={tasks}
        withAnswers={withAnswers}
        lang={lang}
      />,
      document.documentElement.lang,
    );
  };
  return (
    <>
      <p class="field-hint">{t.sheetLead}</p>
      <div class="button-row">
        <button type="button" class="button" onClick={() => setChosen(new Set(examples.keys()))}>
          {t.all}
        </button>
        <button type="button" class="button" disabled={chosen.size === 0} onClick={() => setChosen(new Set())}>
          {t.clear}
        </button>
        <output>{fill(t.chosen, { count: chosen.size })}</output>
      </div>
      <fieldset class="sheet-examples">
        <legend class="visually-hidden">{t.sheet}</legend>
        {examples.map((example, i) => (
          <label key={example.name.zh} class="field-option">
            <input type="checkbox" checked={chosen.has(i)} onChange={() => toggle(i)} />
            <span>{example.name[lang]}</span>
          </label>
        ))}
      </fieldset>
      <div class="button-row">
        <button type="button" class="button" disabled={chosen.size === 0} onClick={() => print(false)}>
          {t.printTasks}
        </button>
        <button type="button" class="button" disabled={chosen.size === 0} onClick={() => print(true)}>
          {t.printAnswers}
        </button>
      </div>
    </>
  );
}
