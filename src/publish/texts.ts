/** All texts in a value, one per line: what a site made of it can hold. */
export function textsIn(value: unknown): string {
  const texts: string[] = [];
  const collect = (part: unknown): void => {
    if (typeof part === 'string') texts.push(part);
    else if (Array.isArray(part)) part.forEach(collect);
    else if (typeof part === 'object' && part !== null) Object.values(part).forEach(collect);
  };
  collect(value);
  return texts.join('\n');
}
