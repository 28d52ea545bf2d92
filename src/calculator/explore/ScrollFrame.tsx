import type { ComponentChildren } from 'preact';

/** A table wider than the page scrolls in its own frame, by keyboard too. */
export const ScrollFrame = ({ label, children }: { label: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
  <section class="scroll-frame" tabIndex={0} aria-label={label}>
    {children}
  </section>
);
