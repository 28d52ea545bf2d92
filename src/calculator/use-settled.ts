import { useEffect, useRef, useState } from 'preact/hooks';

/** How long a text must stand still before it is read out, in milliseconds: longer than the pause between two keys. */
const PAUSE = 800;

/** The text once it has stood still for a while; empty until it has changed for the first time. */
export function useSettled(text: string): string {
  const first = useRef(text);
  const [settled, setSettled] = useState('');
  useEffect(() => {
    if (text === first.current && settled === '') return;
    const wait = setTimeout(() => setSettled(text), PAUSE);
    return () => clearTimeout(wait);
  }, [text]);
  return settled;
}
