import { type Desk, makeDesk } from './desk.ts';
import type { Reply, Request } from './messages.ts';
import type { XlsxCell, XlsxTools } from './xlsx.ts';
import type { XlsxReply } from './xlsx-worker.ts';

/** Works tables out beside the page, which stays free to answer. */

/** Milliseconds between two reports. */
const REPORT = 80;

let current = 0;
let told = 0;

const desk: Desk = makeDesk({
  progress(progress) {
    const now = performance.now();
    if (progress.share > 0 && now - told < REPORT) return;
    told = now;
    postMessage({ id: current, kind: 'progress', progress } satisfies Reply);
  },
  xlsx: async () => xlsxTools(),
});

/** Requests are done one after the other, in the order in which they come. */
let queue: Promise<void> = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<Request>) => {
  queue = queue.then(async () => {
    current = data.id;
    try {
      const answer = await (desk[data.kind] as (ask: unknown) => Promise<unknown>)(data.ask);
      postMessage({ id: data.id, kind: 'answer', answer } satisfies Reply);
    } catch (error) {
      postMessage({ id: data.id, kind: 'failed', message: String(error) } satisfies Reply);
    }
  });
});

/** .xlsx is read and written by a worker of its own, which is loaded when it is first asked for and let go after it. */
function xlsxTools(): XlsxTools {
  const ask = <T>(request: object, transfer: Transferable[] = []): Promise<T> =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL('./xlsx-worker.ts', import.meta.url), { type: 'module' });
      worker.onmessage = ({ data }: MessageEvent<XlsxReply>) => {
        worker.terminate();
        if (data.ok) resolve(data.value as T);
        else reject(new Error(data.message));
      };
      worker.onerror = () => reject(new Error('no worker'));
      worker.postMessage({ id: 0, ...request }, transfer);
    });
  return {
    read: (bytes) => ask<XlsxCell[][]>({ kind: 'read', bytes }, [bytes]),
    write: (sheets) => ask<Blob>({ kind: 'write', sheets }),
  };
}
