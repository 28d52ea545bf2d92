import { Fragment } from 'preact';
import type { Words } from '../scoring/node.ts';
import { focusField } from './focus-field.ts';

type Props = {
  /** A sentence with `{list}` in it. */
  template: string;
  /** Inputs or assumptions. */
  names: readonly string[];
  words: Words;
  comma: string;
};

/** A sentence that names fields; each name leads to its field. */
export function FieldLinks({ template, names, words, comma }: Props) {
  const [before, after] = template.split('{list}');
  return (
    <>
      {before}
      {[...new Set(names)].map((name, i) => (
        <Fragment key={name}>
          {i > 0 && comma}
          <button type="button" class="field-link" onClick={({ currentTarget }) => focusField(currentTarget, name)}>
            {words.label(name)}
          </button>
        </Fragment>
      ))}
      {after}
    </>
  );
}
