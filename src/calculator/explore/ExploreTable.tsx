import type { ComponentChildren } from 'preact';

type Props = { head: readonly string[]; name?: string; caption?: string; children: ComponentChildren };

/** A table of a panel with its headings; `name` is a class of its own, the children are its bodies. */
export const ExploreTable = ({ head, name, caption, children }: Props) => (
  <table class={['explore-table', name].filter(Boolean).join(' ')}>
    {caption && <caption>{caption}</caption>}
    <thead>
      <tr>
        {head.map((text) => (
          <th key={text} scope="col">
            {text}
          </th>
        ))}
      </tr>
    </thead>
    {children}
  </table>
);
