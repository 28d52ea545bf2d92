import type { PanelProps } from '../panel.ts';

export default function TakeAwayPanel({ compiled }: PanelProps) {
  return <p>{compiled.scheme.id}</p>;
}
