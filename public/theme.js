// Runs before the first paint, so that a chosen theme does not flash.
(() => {
  // Style sheets may fold away what a script will bring back.
  document.documentElement.dataset.scripts = 'on';
  try {
    const theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch {
    // Storage is refused: the system's theme applies.
  }
})();
