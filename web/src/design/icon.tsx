import type { ReactNode } from 'react';

/** Drawn on 24 × 24, as strokes. */
const PATHS = {
  make: 'M11 3.5c.6 4.6 2.4 6.9 7 7.5-4.6.6-6.4 2.9-7 7.5-.6-4.6-2.4-6.9-7-7.5 4.6-.6 6.4-2.9 7-7.5ZM18.5 16v4M16.5 18h4',
  tasks: 'M4 6h16M4 12h16M4 18h10',
  gallery: 'M4 5h16v14H4zM4 15l4.5-4.5 4 4 3-3L20 16M9 9h.01',
  money: 'M4 20V10M10 20V4M16 20v-7M21 20H3',
  keys: 'M14.5 9.5a4 4 0 1 0-3.2 3.9L13 15h2v2h2v2h3v-3l-5.6-5.6',
  close: 'M6 6l12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  copy: 'M9 9h10v11H9zM5 15V4h10',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M2 12h2M20 12h2M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  out: 'M14 4h6v16h-6M10 8l-4 4 4 4M6 12h10',
  video: 'M3 6h12v12H3zM15 10l6-3v10l-6-3',
  image: 'M4 5h16v14H4zM4 15l4.5-4.5 4 4 3-3L20 16',
  audio: 'M5 10v4M9 6v12M13 9v6M17 4v16M21 10v4',
  voice: 'M12 4a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0V7a3 3 0 0 0-3-3M6 11a6 6 0 0 0 12 0M12 17v4',
  avatar: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 21a8 8 0 0 1 16 0',
  upscale: 'M14 4h6v6M20 4l-7 7M10 20H4v-6M4 20l7-7',
  upload: 'M12 16V5M7 9l5-5 5 5M4 20h16',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1.2 1.2M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1.2-1.2',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  again: 'M20 12a8 8 0 1 1-2.5-5.8M20 3v4h-4',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M21 21l-5-5',
  grid: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  compare: 'M4 5h7v14H4zM13 5h7v14h-7z',
  code: 'M8 7l-5 5 5 5M16 7l5 5-5 5',
  alert: 'M12 4 2.5 20h19zM12 10v5M12 17.5h.01',
  play: 'M7 5v14l12-7z',
  back: 'M14 6l-6 6 6 6',
  forward: 'M10 6l6 6-6 6',
  down: 'M6 10l6 6 6-6',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside words: it has no name of its own. */
export function Icon({
  name,
  size = 20,
}: {
  readonly name: IconName;
  readonly size?: number;
}): ReactNode {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={1.75}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
