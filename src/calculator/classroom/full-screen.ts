/**
 * Shows one element on the whole screen: with the browser's own full screen where there is one, else laid over the
 * window (as on an iPhone), with everything beside it out of reach.
 */
const LAID_OVER = 'data-full-screen';

export const isFull = (element: Element): boolean =>
  document.fullscreenElement === element || element.hasAttribute(LAID_OVER);

export async function enterFull(element: Element): Promise<void> {
  try {
    await element.requestFullscreen();
  } catch {
    element.setAttribute(LAID_OVER, '');
    for (const other of beside(element)) {
      if (other.hasAttribute('inert')) continue;
      other.setAttribute('inert', '');
      other.setAttribute(LAID_OVER, 'beside');
    }
  }
}

export async function leaveFull(element: Element): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  element.removeAttribute(LAID_OVER);
  for (const other of document.querySelectorAll(`[${LAID_OVER}="beside"]`)) {
    other.removeAttribute('inert');
    other.removeAttribute(LAID_OVER);
  }
}

/** Everything in the body that neither holds the element nor is it. */
function beside(element: Element): Element[] {
  const found: Element[] = [];
  for (let at: Element = element; at.parentElement && at !== document.body; at = at.parentElement) {
    found.push(
      ...[...at.parentElement.children].filter((other) => other !== at && !/^(SCRIPT|STYLE)$/.test(other.tagName)),
    );
  }
  return found;
}
