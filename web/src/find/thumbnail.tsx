import { useRef, useState, type ReactNode } from 'react';
import { Icon, type IconName } from '../design/icon.js';
import { Progress } from '../design/progress.js';
import { adviceFor } from '../watch/failure-advice.js';
import type { CardTask, Media } from './listed-task.js';
import { statusWords } from '../tasks/status-badge.js';

/** The picture of a task: its output, or where it stands. */
export function Thumbnail({ task }: { readonly task: CardTask }): ReactNode {
  const [isLost, setIsLost] = useState(false);
  const { media } = task;
  if (media !== null && !isLost) {
    return (
      <MediaThumbnail
        media={media}
        onLost={() => {
          setIsLost(true);
        }}
      />
    );
  }
  return <Placeholder task={task} isLost={isLost} />;
}

export function MediaThumbnail({
  media: { kind, url },
  onLost,
}: {
  readonly media: Media;
  readonly onLost: () => void;
}): ReactNode {
  const video = useRef<HTMLVideoElement>(null);
  switch (kind) {
    case 'image':
      return <img className="thumb-media" src={url} alt="" loading="lazy" onError={onLost} />;
    case 'video':
      return (
        <video
          className="thumb-media"
          ref={video}
          // The first picture of a file may be black.
          src={`${url}#t=0.1`}
          muted
          loop
          playsInline
          preload="metadata"
          tabIndex={-1}
          onError={onLost}
          onPointerEnter={() => void video.current?.play().catch(() => undefined)}
          onPointerLeave={() => video.current?.pause()}
        />
      );
    case 'audio':
      return <Mark icon="audio" className="thumb-audio" />;
    case 'file':
      return <Mark icon="down" />;
  }
}

function Placeholder({
  task: { status, progress, failureCode },
  isLost,
}: {
  readonly task: CardTask;
  readonly isLost: boolean;
}): ReactNode {
  if (isLost) return <Mark icon="image">The file is no longer there</Mark>;
  switch (status) {
    case 'SUCCEEDED':
      return <Mark icon="check">Done, without a file</Mark>;
    case 'FAILED':
      return (
        <Mark icon="alert" className="thumb-bad">
          {adviceFor(failureCode, false).title}
        </Mark>
      );
    case 'RUNNING':
      return (
        <Mark icon="make" className="thumb-live">
          <Progress label="Progress" value={progress} />
        </Mark>
      );
    case 'CANCELLED':
      return <Mark icon="close">Cancelled</Mark>;
    default:
      return <Mark icon="make">{statusWords(status)}</Mark>;
  }
}

function Mark({
  icon,
  className = '',
  children,
}: {
  readonly icon: IconName;
  readonly className?: string;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <div className={`thumb-mark ${className}`}>
      <Icon name={icon} size={28} />
      {children !== undefined && <div className="thumb-words">{children}</div>}
    </div>
  );
}
