import type { CalculatorData } from './root.ts';
import { whenSeen } from './when-seen.ts';

/** Brings each calculator of the page to life when it comes into view. */
export function startCalculators(document: Document): void {
  for (const frame of document.querySelectorAll('[data-calculator]')) whenSeen(frame, () => void start(frame));
}

async function start(frame: Element): Promise<void> {
  const [place, json, failure] = frame.children;
  if (!place || !json) return;
  try {
    const data = JSON.parse(json.textContent ?? '') as CalculatorData;
    const [{ mount }, more] = await Promise.all([
      import('./mount.ts'),
      data.further ? import('../scoring/operations/further.ts') : null,
    ]);
    mount(place, data, more?.further ?? {});
  } catch (error) {
    failure?.removeAttribute('hidden');
    throw error;
  }
}
