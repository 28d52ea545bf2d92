import { carriedTexts } from '../../i18n/language.ts';
import type { IdentifiedScheme } from '../../scoring/compile.ts';
import type { Language } from '../../scoring/node.ts';
import type { Surroundings } from './desk.ts';
import type { Answer, Ask, Kind, Progress, Reply, Request } from './messages.ts';

/** The work was stopped before it was done. */
export class Stopped extends Error {}

/** A desk to work at, wherever it stands. */
export type Client = {
  ask<K extends Kind>(kind: K, ask: Ask<K>, onProgress?: (progress: Progress) => void): Promise<Answer<K>>;
  /** Stops what is being done and forgets the table. What was asked for is refused with `Stopped`. */
  stop(): void;
};

type Waiting = {
  request: Request;
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
  onProgress: ((progress: Progress) => void) | undefined;
};

/**
 * Opens a desk in a worker; where there are none (a page opened from a file, an old browser) the page does the work
 * itself, in slices. The worker begins with the first question.
 */
export function openClient(scheme: IdentifiedScheme, language: Language): Client {
  const waiting = new Map<number, Waiting>();
  let desk: Post | null = null;
  let works = typeof Worker !== 'undefined';
  let answered = false;
  let last = 0;

  const receive = (reply: Reply): void => {
    const it = waiting.get(reply.id);
    answered = true;
    if (!it) return;
    if (reply.kind === 'progress') {
      it.onProgress?.(reply.progress);
      return;
    }
    waiting.delete(reply.id);
    if (reply.kind === 'answer') it.resolve(reply.answer as never);
    else it.reject(new Error(reply.message));
  };
  const send = (kind: Kind, ask: unknown, it: Omit<Waiting, 'request'>): void => {
    last += 1;
    const request = { id: last, kind, ask } as Request;
    waiting.set(last, { ...it, request });
    desk?.post(request);
  };
  const start = (): void => {
    answered = false;
    desk = works ? inWorker(receive, fallBack) : inPage(receive);
    send(
      'open',
      { scheme, language, texts: carriedTexts() },
      { resolve: () => {}, reject: fail, onProgress: undefined },
    );
  };
  /** The worker could not be loaded: what was asked of it is asked of the page. */
  function fallBack(): void {
    if (answered) {
      fail(new Error('the worker broke down'));
      return;
    }
    works = false;
    desk = inPage(receive);
    for (const { request } of waiting.values()) desk.post(request);
  }
  const fail = (error: Error): void => {
    desk?.end();
    desk = null;
    const all = [...waiting.values()];
    waiting.clear();
    for (const { reject } of all) reject(error);
  };

  return {
    ask(kind, ask, onProgress) {
      if (!desk) start();
      return new Promise((resolve, reject) => send(kind, ask, { resolve, reject, onProgress }));
    },
    stop: () => fail(new Stopped()),
  };
}

type Post = { post(request: Request): void; end(): void };

function inWorker(receive: (reply: Reply) => void, onBroken: () => void): Post {
  let worker: Worker;
  try {
    worker = new Worker(new URL('./cohort-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    queueMicrotask(onBroken);
    return { post() {}, end() {} };
  }
  worker.onmessage = ({ data }: MessageEvent<Reply>) => receive(data);
  worker.onerror = () => {
    worker.terminate();
    onBroken();
  };
  return { post: (request) => worker.postMessage(request), end: () => worker.terminate() };
}

/** Milliseconds that the page may be busy at a time. */
const SLICE = 25;

function inPage(receive: (reply: Reply) => void): Post {
  let stopped = false;
  let current = 0;
  let since = performance.now();
  const surroundings: Surroundings = {
    async progress(progress) {
      if (stopped) throw new Stopped();
      const now = performance.now();
      if (now - since < SLICE && progress.share > 0) return;
      receive({ id: current, kind: 'progress', progress });
      await new Promise((resolve) => setTimeout(resolve));
      since = performance.now();
      if (stopped) throw new Stopped();
    },
    xlsx: async () => (await import('./xlsx.ts')).xlsx,
  };
  const opened = import('./desk.ts').then(({ makeDesk }) => makeDesk(surroundings));
  let queue: Promise<void> = Promise.resolve();
  return {
    post({ id, kind, ask }) {
      queue = queue.then(async () => {
        if (stopped) return;
        current = id;
        try {
          const desk = await opened;
          const answer = await (desk[kind] as (ask: unknown) => Promise<unknown>)(ask);
          if (!stopped) receive({ id, kind: 'answer', answer });
        } catch (error) {
          if (!stopped) receive({ id, kind: 'failed', message: String(error) });
        }
      });
    },
    end() {
      stopped = true;
    },
  };
}
