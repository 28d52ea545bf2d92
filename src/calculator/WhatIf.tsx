import type { PanelProps } from './panel.ts';

export default function WhatIf({ compiled }: PanelProps) {
  return <p>{compiled.scheme.id}</p>;
}
