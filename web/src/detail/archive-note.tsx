import type { ReactNode } from 'react';
import { Icon, type IconName } from '../design/icon.js';
import type { StudioTaskFragment } from '../generated/graphql.js';

type Archive = NonNullable<StudioTaskFragment['output'][number]['archive']>;

const NOTES: Readonly<Record<Archive['status'], readonly [IconName, string]>> = {
  WAITING: ['again', 'Not copied yet'],
  COPYING: ['again', 'Being copied'],
  KEPT: ['check', 'Kept by the gateway'],
  LOST: ['alert', 'Lost: Runway’s copy ended first'],
  TOO_LARGE: ['alert', 'Too large to be kept. Save it within a day.'],
  OVER_QUOTA: ['alert', 'No room to keep it. Save it within a day.'],
  ERASED: ['alert', 'Kept for a time, and erased'],
};

/** Where the gateway's copy of an output stands; nothing where it makes none. */
export function ArchiveNote({ archive }: { readonly archive: Archive | null }): ReactNode {
  if (archive === null) return null;
  const [icon, words] = NOTES[archive.status];
  return (
    <p className="archive-note soft" title={archive.sha256 ?? undefined}>
      <Icon name={icon} size={16} />
      {words}
      {archive.bytes !== null && ` · ${sizeText(archive.bytes)}`}
    </p>
  );
}

/** In units of 1,000, as a file manager shows it. */
function sizeText(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  return new Intl.NumberFormat('en', {
    style: 'unit',
    unit: units[step],
    maximumFractionDigits: 1,
  }).format(bytes / 1_000 ** step);
}
