/** A letter with three marked reasons, each led to what answers it. Decoration: the words beside it say the same. */
export function HomePicture() {
  const lines = [
    [46, 96, 70],
    [46, 110, 148],
    [46, 122, 160],
    [46, 134, 120],
    [46, 158, 152],
    [46, 172, 118],
    [46, 196, 160],
    [46, 210, 96],
    [46, 234, 140],
    [46, 248, 156],
    [46, 272, 150],
    [46, 284, 110],
  ] as const;
  const marks = [
    [158, 152, 1, 120],
    [196, 160, 2, 206],
    [234, 140, 3, 292],
  ] as const;
  return (
    <svg class="home-picture" aria-hidden="true" viewBox="0 16 420 350">
      <g class="hp-sheet">
        <rect x="22" y="36" width="212" height="300" rx="6" />
        <path d="M46 62h56M46 74h38" />
      </g>
      {marks.map(([y, width, number, noteY]) => (
        <g key={number}>
          <rect class="hp-mark" x="42" y={y - 7} width={width + 8} height="14" rx="2" />
          <path class="hp-lead" d={`M${46 + width + 6} ${y}C ${250} ${y}, ${232} ${noteY}, 262 ${noteY}`} />
        </g>
      ))}
      {lines.map(([x, y, width]) => (
        <path key={y} class="hp-line" d={`M${x} ${y}h${width}`} />
      ))}
      {marks.map(([y, , number, noteY]) => (
        <g key={number}>
          <circle class="hp-pin" cx="30" cy={y} r="9" />
          <text class="hp-number" x="30" y={y + 3.6} text-anchor="middle">
            {number}
          </text>
          <g class="hp-note">
            <rect x="262" y={noteY - 32} width="138" height="64" rx="8" />
            <path class="hp-title" d={`M278 ${noteY - 13}h${[84, 64, 92][number - 1] ?? 80}`} />
            <path
              class="hp-line"
              d={`M298 ${noteY + 3}h${[84, 78, 66][number - 1] ?? 80}M298 ${noteY + 17}h${[58, 84, 74][number - 1] ?? 60}`}
            />
            <path class="hp-tick" d={`m279 ${noteY + 3} 3.5 3.5 6-7m-9.500 17.500 3.500 3.500 6-7`} />
          </g>
        </g>
      ))}
    </svg>
  );
}
