type Heading = { readonly depth: number; readonly slug: string; readonly text: string };

/** Headings of a body as a contents list: `##` with the `###` below each. */
export function partsOf(headings: readonly Heading[]) {
  const parts: { id: string; text: string; parts: { id: string; text: string }[] }[] = [];
  for (const { depth, slug, text } of headings) {
    if (depth === 2) parts.push({ id: slug, text, parts: [] });
    else if (depth === 3) parts.at(-1)?.parts.push({ id: slug, text });
  }
  return parts;
}
