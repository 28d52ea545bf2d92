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
  const [before, after = ''] = template.split('{list}');
  const own = [...new Set(names)];
  return (
    <>
      {before}
      {own.map((name, i) => (
        // With the sign that follows: a line does not begin with a comma or a full stop, and may break after it.
        <Fragment key={name}>
          <span class="field-link-word">
            <button type="button" class="field-link" onClick={({ currentTarget }) => focusField(currentTarget, name)}>
              {words.label(name)}
            </button>
            {i < own.length - 1 ? comma : after.slice(0, 1)}
          </span>
          <wbr />
        </Fragment>
      ))}
      {after.slice(1)}
    </>
  );
}
