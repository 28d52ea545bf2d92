import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { whenSeen } from './when-seen.ts';

/** Whether an element has come into view, or nearly. */
export function useSeen(element: RefObject<Element>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!seen && element.current) return whenSeen(element.current, () => setSeen(true), '200px');
    return;
  }, [seen, element]);
  return seen;
}
