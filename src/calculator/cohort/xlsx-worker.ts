import { type Sheet, xlsx } from './xlsx.ts';

/** What the worker is asked, with the number that its reply bears. */
export type XlsxRequest = { id: number } & ({ kind: 'read'; bytes: ArrayBuffer } | { kind: 'write'; sheets: Sheet[] });
export type XlsxReply = { id: number } & ({ ok: true; value: unknown } | { ok: false; message: string });

/** Reads and writes .xlsx beside the page. */
addEventListener('message', ({ data }: MessageEvent<XlsxRequest>) => {
  const work: Promise<unknown> = data.kind === 'read' ? xlsx.read(data.bytes) : xlsx.write(data.sheets);
  work.then(
    (value) => postMessage({ id: data.id, ok: true, value } satisfies XlsxReply),
    (error: unknown) => postMessage({ id: data.id, ok: false, message: String(error) } satisfies XlsxReply),
  );
});
