import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../browser/chromium.ts';
import { serveSite } from '../browser/serve-site.ts';
import { spread } from './measure.ts';

/** A calculator on a page, and the keys that are pressed in it in turn; each of them gives another result. */
type Typing = { scheme: string; state?: string; example?: number; at: string; keys: readonly string[] };

const field = (name: string): string => `[data-input="${name}"] input:not([type="range"])`;

/** Points, indices, stars, a series that grows by a period each time, a count beside dates, and the longest scheme. */
const typings: readonly Typing[] = [
  {
    scheme: 'chengzhuang-steps',
    state: '#post=frontline&key=39.5&basic=55&innovation=10',
    at: field('innovation'),
    keys: ['Backspace', '0'],
  },
  { scheme: 'huangshan-indices', example: 0, at: field('mid-common'), keys: ['Backspace', '5'] },
  {
    scheme: 'shizuishan-stars',
    state: '#foundation=90&service=90&integrity=90&performance=90&innovation=9',
    at: field('innovation'),
    keys: ['5', 'Backspace'],
  },
  { scheme: 'haicang-absence', state: '#months=unexcused', at: '.timeline-end', keys: ['u'] },
  { scheme: 'taiqian-theme-day', state: '#late-count=2', at: field('late-count'), keys: ['Backspace', '3'] },
  {
    scheme: 'suihua-exit',
    state: '#age=69&terms=4&rank=50&ranked=100&satisfaction=90&previous-satisfaction=50&promise-kept=yes',
    at: field('satisfaction'),
    keys: ['Backspace', '0'],
  },
];

/** What one input took, in milliseconds, and in which frame after it the new result stood on the page. */
type Sample = { paint: number; script: number; frames: number };

/** Milliseconds of one calculator: median, quartiles, worst. `script` ends where the page has worked it out. */
export type Painted = {
  scheme: string;
  inputs: number;
  paint: ReturnType<typeof spread> & { worst: number };
  script: ReturnType<typeof spread> & { worst: number };
  /** How many of the inputs had the new result on the page in the first frame. */
  inFirstFrame: number;
};

/**
 * From an input to the frame that shows the new result, in Chromium on the built site. The time begins where the browser
 * makes the event (`input`, or `keydown` where a key sets a period), and ends in the first task after the frame was
 * drawn; so it holds the wait for the next frame, up to 16.7 ms at sixty a second.
 */
export async function paint(inputs: number): Promise<Painted[]> {
  const site = await serveSite(join(import.meta.dirname, '../../dist'));
  const browser = await launchChromium();
  try {
    const found: Painted[] = [];
    for (const typing of typings) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
      await page.goto(`${site.url}calculators/${typing.scheme}/${typing.state ?? ''}`);
      await page.locator('.calculator[data-ready]').waitFor();
      if (typing.example !== undefined) await page.locator('.example-menu select').selectOption(String(typing.example));
      found.push(toldOf(typing.scheme, await samplesOf(page, typing, inputs)));
      await page.close();
    }
    return found;
  } finally {
    await browser.close();
    await site.close();
  }
}

async function samplesOf(page: Page, { scheme, at, keys }: Typing, inputs: number): Promise<Sample[]> {
  await page.locator(at).first().focus();
  await page.keyboard.press('End');
  const samples: Sample[] = [];
  for (let i = -keys.length * 2; i < inputs; i += 1) {
    // The wait differs from input to input, so that the keys do not fall on the same place of a frame.
    await page.waitForTimeout(60 + ((i * 7) & 15));
    const key = keys[(i + keys.length * 2) % keys.length] as string;
    const sample = page.evaluate(watch);
    await page.waitForFunction(() => 'watching' in window);
    await page.keyboard.press(key);
    const { frames, ...times } = await sample;
    if (frames === 0) throw new Error(`${scheme}: the key ${key} changed no result`);
    if (i >= 0) samples.push({ ...times, frames });
  }
  return samples;
}

/** Runs in the page: waits for an input, then for the frame with another outcome; `frames` is 0 where none comes. */
function watch(): Promise<Sample> {
  const shown = (): string | undefined => document.querySelector('.outcome')?.textContent ?? undefined;
  const before = shown();
  const soon = (then: () => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  };
  return new Promise((resolve) => {
    const start = (event: Event): void => {
      Reflect.deleteProperty(window, 'watching');
      let script = 0;
      let frames = 0;
      // On the window, and not while capturing: after the handlers of the page and the rendering that they ask for.
      addEventListener(
        event.type,
        () => {
          script = performance.now() - event.timeStamp;
        },
        { once: true },
      );
      const frame = (): void => {
        frames += 1;
        soon(() => {
          const paint = performance.now() - event.timeStamp;
          if (shown() !== before) resolve({ paint, script, frames });
          else if (frames < 60) requestAnimationFrame(frame);
          else resolve({ paint, script, frames: 0 });
        });
      };
      requestAnimationFrame(frame);
    };
    const isTyped = document.activeElement instanceof HTMLInputElement;
    addEventListener(isTyped ? 'input' : 'keydown', start, { capture: true, once: true });
    Object.assign(window, { watching: true });
  });
}

function toldOf(scheme: string, samples: readonly Sample[]): Painted {
  const of = (kind: 'paint' | 'script'): Painted['paint'] => {
    const times = samples.map((sample) => sample[kind]);
    return { ...spread(times), worst: Math.max(...times) };
  };
  const inFirstFrame = samples.filter(({ frames }) => frames === 1).length;
  return { scheme, inputs: samples.length, paint: of('paint'), script: of('script'), inFirstFrame };
}

const ms = (value: number): string => value.toFixed(1).padStart(9);

/** The result for reading, in milliseconds. */
export function paintTable(found: readonly Painted[]): string {
  const head = ['median', 'lower', 'upper', 'worst'].map((name) => name.padStart(9)).join('');
  const lines = found.flatMap(({ scheme, inputs, paint, script, inFirstFrame }) => [
    `${scheme}, ${inputs} inputs, ${inFirstFrame} of them shown in the first frame`,
    ...Object.entries({ 'input to frame': paint, 'input to result': script }).map(
      ([name, { median, lower, upper, worst }]) =>
        `  ${name.padEnd(20)}${[median, lower, upper, worst].map(ms).join('')}`,
    ),
  ]);
  return `${' '.repeat(22)}${head}   ms\n${lines.join('\n')}\n`;
}
