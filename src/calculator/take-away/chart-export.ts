/** Properties that styles give to a drawing, handed on to what is inside: they are written where they change. */
const handedOn = [
  'color',
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
  'visibility',
];

/** Properties that hold for one element alone, with what they are where nothing is said. */
const own: Readonly<Record<string, string>> = {
  opacity: '1',
  'alignment-baseline': 'auto',
  'stop-color': 'rgb(0, 0, 0)',
  'stop-opacity': '1',
};

/** The charts that a part of the page shows, each with what a screen reader calls it; a QR code is none. */
export function chartsIn(part: Element): { svg: SVGSVGElement; label: string }[] {
  return [...part.querySelectorAll<SVGSVGElement>('svg[role="img"]:not(.qr)')]
    .filter((svg) => svg.checkVisibility?.() ?? true)
    .map((svg, i) => ({ svg, label: svg.getAttribute('aria-label') ?? String(i + 1) }));
}

/**
 * The chart as a file that stands alone: every colour and font written into it, its name above it, on white, in the
 * colours of the light theme, because it goes into documents and onto slides.
 */
export function svgFile(svg: SVGSVGElement): { text: string; width: number; height: number } {
  // The theme hangs on the root element. Nothing is painted before it is put back.
  const root = document.documentElement;
  const { theme } = root.dataset;
  const { color } = svg.style;
  root.dataset['theme'] = 'light';
  svg.style.color = 'var(--ink)';
  const copy = svg.cloneNode(true) as SVGSVGElement;
  carry(svg, copy, null);
  const ink = getComputedStyle(svg).color;
  svg.style.color = color;
  if (theme === undefined) delete root.dataset['theme'];
  else root.dataset['theme'] = theme;

  const box = boxOf(svg);
  const lines = linesOf(svg.getAttribute('aria-label') ?? '', box.width / NAME);
  const { x, width } = box;
  const y = box.y - lines.length * NAME * 1.5;
  const height = box.y + box.height - y;
  for (const name of ['style', 'tabindex', 'aria-label', 'aria-labelledby', 'aria-describedby'])
    copy.removeAttribute(name);
  const size = { xmlns: NS, width, height, viewBox: `${x} ${y} ${width} ${height}` };
  for (const [name, value] of Object.entries(size)) copy.setAttribute(name, String(value));
  const name = { x: x + PAD, 'font-size': NAME, 'font-weight': 600, 'text-anchor': 'start', fill: ink, stroke: 'none' };
  copy.prepend(
    make('title', {}, lines.join('')),
    make('rect', { x, y, width, height, fill: '#fff', stroke: 'none' }),
    ...lines.map((line, i) => make('text', { ...name, y: Math.round(y + PAD + (i + 0.9) * NAME * 1.5) }, line)),
  );
  return { text: `${new XMLSerializer().serializeToString(copy)}\n`, width, height };
}

/** The chart as PNG, `scale` times as large as it is drawn. Rejects where the browser cannot draw it. */
export async function pngFile(svg: SVGSVGElement, scale = 2): Promise<Blob> {
  const { text, width, height } = svgFile(svg);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * scale);
  canvas.height = Math.ceil(height * scale);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png'),
  );
}

const NS = 'http://www.w3.org/2000/svg';
/** Size of the name above the chart, and the margin around it. */
const NAME = 14;
const PAD = 8;

/** A text in lines of at most so many Han characters; a Latin one takes about half the room. */
function linesOf(text: string, room: number): string[] {
  const lines: string[] = [];
  let [line, taken] = ['', 0];
  for (const word of text.match(/[!-\u024f]+\s*|./gsu) ?? []) {
    const width = [...word].reduce((sum, letter) => sum + (letter < '\u0250' ? 0.56 : 1), 0);
    if (line !== '' && taken + width > room - 2) {
      lines.push(line);
      [line, taken] = ['', 0];
    }
    line += word;
    taken += width;
  }
  return line === '' ? lines : [...lines, line];
}

function make(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const element = document.createElementNS(NS, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.textContent = text;
  return element;
}

/** The drawing with a margin for what reaches over its edge. */
function boxOf(svg: SVGSVGElement): { x: number; y: number; width: number; height: number } {
  const { x, y, width, height } = svg.viewBox.baseVal ?? { x: 0, y: 0, width: 0, height: 0 };
  const shown = svg.getBoundingClientRect();
  const box = width > 0 ? { x, y, width, height } : { x: 0, y: 0, width: shown.width, height: shown.height };
  const drawn = svg.getBBox();
  const left = Math.floor(Math.min(box.x, drawn.x)) - PAD;
  const top = Math.floor(Math.min(box.y, drawn.y)) - PAD;
  const right = Math.ceil(Math.max(box.x + box.width, drawn.x + drawn.width)) + PAD;
  const bottom = Math.ceil(Math.max(box.y + box.height, drawn.y + drawn.height)) + PAD;
  return { x: left, y: top, width: right - left, height: bottom - top };
}

/** Writes computed styles into the copy as attributes, element by element. */
function carry(from: Element, to: Element, outside: CSSStyleDeclaration | null): void {
  const style = getComputedStyle(from);
  const write = (name: string, other: string | undefined): void => {
    const value = style.getPropertyValue(name);
    if (value === '' || value === other) to.removeAttribute(name);
    else to.setAttribute(name, value.replace(/url\("?[^"#)]*#([^")]+)"?\)/, 'url(#$1)'));
  };
  for (const name of handedOn) write(name, outside?.getPropertyValue(name));
  for (const [name, initial] of Object.entries(own)) write(name, initial);
  if (style.display === 'none') to.setAttribute('display', 'none');
  to.removeAttribute('class');
  [...from.children].forEach((child, i) => {
    const same = to.children[i];
    if (same) carry(child, same, style);
  });
}
