import type { ComponentType } from 'preact';
import type { CompiledScheme } from '../scoring/compile.ts';
import type { Result } from '../scoring/evaluate.ts';
import type { Given } from '../scoring/inputs.ts';
import type { CiteContext } from './Cite.tsx';
import type { Lesson } from './classroom/preset.ts';
import type { State } from './state.ts';

/** What every panel of the calculator is given: the state as typed, as the engine reads it, and its result. */
export type PanelProps = {
  compiled: CompiledScheme;
  state: State;
  given: Given;
  result: Result;
  cite: CiteContext;
  /** Address of the folder that has `<scheme id>.json`. */
  schemesAddress: string;
  onChange: (state: State) => void;
  /** Titles of the case and of the chapter that state the scheme, where the page knows them. */
  titles?: readonly string[] | undefined;
  /** The class in progress; only the parts of the classroom ask for it. */
  lesson?: Lesson | undefined;
};

/** A panel is loaded when it is first opened, so that the page itself stays small. */
export type Panel = {
  id: string;
  /** Key of its title in the strings of the calculator. */
  title: 'panelSweep' | 'panelCompare' | 'panelSisters' | 'panelCohort' | 'panelTakeAway' | 'panelClassroom';
  /** Whether the scheme has use for it. */
  fits: (compiled: CompiledScheme) => boolean;
  load: () => Promise<{ default: ComponentType<PanelProps> }>;
};
