import type { PanelProps } from '../panel.ts';

export default function CohortPanel({ compiled }: PanelProps) {
  return <p>{compiled.scheme.id}</p>;
}
