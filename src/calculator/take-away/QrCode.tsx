import type { Qr } from './qr.ts';

/** Black on white in every theme, because readers of codes want it so. */
export function QrCode({ qr, label }: { qr: Qr; label: string }) {
  return (
    <svg class="qr" viewBox={`0 0 ${qr.size} ${qr.size}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={qr.size} height={qr.size} fill="#fff" />
      <path d={qr.path} fill="#000" />
    </svg>
  );
}
