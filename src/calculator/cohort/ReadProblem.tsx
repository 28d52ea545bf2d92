import { cohortStrings } from '../../i18n/cohort.ts';
import { fill, type Lang } from '../../i18n/language.ts';
import type { HeadingFault } from './messages.ts';
import type { Problem } from './use-cohort.ts';

/** What is wrong, each reason once with its columns. */
function byReason(faults: readonly HeadingFault[]): [string, string[]][] {
  const reasons = new Map<string, string[]>();
  for (const { heading, why } of faults) reasons.set(why, [...(reasons.get(why) ?? []), heading]);
  return [...reasons];
}

const broken = { quote: 'brokenQuote', xlsx: 'brokenXlsx', 'old-excel': 'oldExcel', 'too-long': 'tooLong' } as const;

/** Why a table was not read, and what can be done. The table of before stays. */
export function ReadProblem({ problem, lang, onLeaveOut }: { problem: Problem; lang: Lang; onLeaveOut: () => void }) {
  const t = cohortStrings(lang);
  const { read } = problem;
  return (
    <div class="cohort-problem" role="alert">
      {read.kind === 'broken' && <p>{fill(t[broken[read.why]], { line: read.line })}</p>}
      {read.kind === 'bare' && <p>{t.bare}</p>}
      {read.kind === 'empty' && <p>{t.nothing}</p>}
      {read.kind === 'headings' && (
        <>
          <p>{t.headingsLead}</p>
          <ul>
            {byReason(read.faults).map(([why, headings]) => (
              <li key={why}>
                <strong>{headings.map((heading) => heading || t.headingEmpty).join(t.comma)}</strong>
                {t.colon}
                {why}
              </li>
            ))}
          </ul>
          {read.without !== null && (
            <button type="button" class="button" onClick={onLeaveOut}>
              {fill(t.leaveOut, { n: read.without })}
            </button>
          )}
        </>
      )}
    </div>
  );
}
