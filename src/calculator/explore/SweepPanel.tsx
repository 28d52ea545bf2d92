import type { PanelProps } from '../panel.ts';

export default function SweepPanel({ compiled }: PanelProps) {
  return <p>{compiled.scheme.id}</p>;
}
