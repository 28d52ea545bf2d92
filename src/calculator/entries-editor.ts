import type { ComponentType } from 'preact';
import type { Input } from '../schema/scheme.ts';
import type { Language } from '../scoring/node.ts';

/** An editor of an input with many entries: they stand as text, with commas between them. */
export type EntriesEditorProps = {
  id: string;
  input: Input;
  value: string;
  describedBy: string | undefined;
  lang: Language;
  onChange: (value: string) => void;
};

export type LoadEditor = () => Promise<{ default: ComponentType<EntriesEditorProps> }>;
