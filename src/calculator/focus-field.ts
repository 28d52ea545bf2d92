/** Puts the focus on the field of an input, or of an assumption, of the calculator that the element belongs to. */
export function focusField(from: Element, name: string): void {
  const calculator = from.closest('.calculator');
  const field = calculator?.querySelector(`.calculator-form :is([data-input="${name}"], [data-assumption="${name}"])`);
  for (let fold = field?.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true;
  const control =
    field?.querySelector<HTMLElement>('input:checked') ??
    field?.querySelector<HTMLElement>('[tabindex="0"], input, select, textarea, button');
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
}
