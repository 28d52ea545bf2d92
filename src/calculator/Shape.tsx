/** A shape for each choice of a series, by its place, so that colour is not needed to tell them apart. */
export function Shape({ place }: { place: number }) {
  return (
    <svg class="shape" viewBox="0 0 16 16" aria-hidden="true">
      {shapes[place] ?? (
        <text x="8" y="13">
          ?
        </text>
      )}
    </svg>
  );
}

const shapes = [
  <circle key="full" class="shape-full" cx="8" cy="8" r="5.5" />,
  <g key="half">
    <circle class="shape-half" cx="8" cy="8" r="5.5" />
    <path class="shape-half-fill" d="M8 2.5a5.5 5.5 0 0 0 0 11z" />
  </g>,
  <path key="cross" class="shape-line" d="M3 3l10 10M13 3L3 13" />,
  <path key="dash" class="shape-line" d="M2.5 8h11" />,
  <path key="diamond" class="shape-line" d="M8 2l6 6-6 6-6-6z" />,
  <path key="triangle" class="shape-full" d="M8 2.5l6 11H2z" />,
];
