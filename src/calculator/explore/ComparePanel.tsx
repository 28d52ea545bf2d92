import type { PanelProps } from '../panel.ts';

export default function ComparePanel({ compiled }: PanelProps) {
  return <p>{compiled.scheme.id}</p>;
}
