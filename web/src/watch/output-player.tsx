import { useState, type ReactNode } from 'react';
import { Icon } from '../design/icon.js';
import { kindOfType } from '../make/media-kind.js';
import type { Task } from '../tasks/task-list.js';

export type Output = Task['output'][number];

/** What a task made: it plays, shows or sounds. */
export function OutputPlayer({
  output,
  title,
  isSmall = false,
}: {
  readonly output: Output;
  /** What it is, for people who do not see it. */
  readonly title: string;
  readonly isSmall?: boolean;
}): ReactNode {
  const [isGone, setIsGone] = useState(false);
  const kind = kindOfType(output.mimeType);
  if (isGone) return <GoneOutput />;
  const fail = (): void => {
    setIsGone(true);
  };
  if (kind === 'image') {
    return <img className="output" src={output.url} alt={title} loading="lazy" onError={fail} />;
  }
  if (kind === 'video') {
    return (
      <video
        className="output"
        src={output.url}
        aria-label={title}
        controls
        loop
        muted
        autoPlay={!window.matchMedia('(prefers-reduced-motion: reduce)').matches}
        playsInline
        preload="metadata"
        onError={fail}
      />
    );
  }
  if (kind === 'audio') {
    return (
      <div className="output output-sound">
        <Icon name="audio" size={isSmall ? 32 : 56} />
        <audio src={output.url} aria-label={title} controls preload="metadata" onError={fail} />
      </div>
    );
  }
  return (
    <a className="output output-file" href={output.url} target="_blank" rel="noreferrer">
      <Icon name="down" />
      Download the file
    </a>
  );
}

function GoneOutput(): ReactNode {
  return (
    <div className="output output-gone">
      <Icon name="alert" />
      <p>
        The file can no longer be loaded. What the gateway does not keep ends at Runway after 24 to
        48 hours.
      </p>
    </div>
  );
}
