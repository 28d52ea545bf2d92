import type { ComponentChildren } from 'preact';

/** A table scrolls inside its own frame, both ways and by keyboard too. */
export const Frame = ({ label, children }: { label: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
  <section class="cohort-frame" tabIndex={0} aria-label={label}>
    {children}
  </section>
);
