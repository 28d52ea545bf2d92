import { useState } from 'preact/hooks';
import { plainText } from './state.ts';

/** `39.` and `.5` are on the way to a number: neither is called wrong. */
const clean = (typed: string): string => plainText(typed).replace(/\.$/, '').replace(/^\./, '0.');

/** A number field that keeps what was typed as it was typed until one leaves it. */
export function useTypedNumber(value: string, onChange: (value: string) => void) {
  const [typed, setTyped] = useState(value);
  return {
    value: clean(typed) === value ? typed : value,
    onInput({ currentTarget }: { currentTarget: HTMLInputElement }): void {
      setTyped(currentTarget.value);
      onChange(clean(currentTarget.value));
    },
    onBlur: (): void => setTyped(value),
  };
}
