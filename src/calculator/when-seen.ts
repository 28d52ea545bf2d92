/** Calls `run` once when an element has come into view, or as near to it as `margin` says. Returns how to stop waiting. */
export function whenSeen(element: Element, run: () => void, margin = '0px'): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      run();
    },
    { rootMargin: margin },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
