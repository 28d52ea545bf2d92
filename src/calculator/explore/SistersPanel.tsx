import type { PanelProps } from '../panel.ts';

export default function SistersPanel({ compiled }: PanelProps) {
  return <p>{compiled.scheme.id}</p>;
}
