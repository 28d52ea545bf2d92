import type { PanelProps } from '../panel.ts';

export default function ClassroomPanel({ compiled }: PanelProps) {
  return <p>{compiled.scheme.id}</p>;
}
