import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** The width of an element in pixels, so that what is drawn in it keeps its size of type. */
export function useWidth<Element extends HTMLElement>(standard: number): [RefObject<Element>, number] {
  const element = useRef<Element>(null);
  const [width, setWidth] = useState(standard);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
