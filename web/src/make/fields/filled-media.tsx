import type { ReactNode } from 'react';
import { IconButton } from '../../design/button.js';
import { Icon } from '../../design/icon.js';
import type { ShownFile } from './use-upload.js';
import { mediaKindOf, type MediaKind } from '../media-kind.js';
import { isOutputUri } from '../output-uri.js';

/** A file that was given: what it looks like, and the way to take it back. */
export function FilledMedia({
  uri,
  file,
  media,
  onRemove,
}: {
  readonly uri: string;
  /** Of this page; undefined after a reload, and for an address. */
  readonly file: ShownFile | undefined;
  readonly media: MediaKind | null;
  readonly onRemove: () => void;
}): ReactNode {
  const kind = mediaKindOf(file?.name ?? uri) ?? media ?? 'image';
  return (
    <div className="media-filled">
      <div className="media-thumb">
        {file === undefined ? <Icon name={kind} /> : <Thumb kind={kind} address={file.address} />}
      </div>
      <div className="media-text">
        <span className="media-name">{nameOf(uri, file)}</span>
        <span className="field-hint">{hintOf(uri)}</span>
      </div>
      <IconButton label="Remove the file" onClick={onRemove}>
        <Icon name="close" size={16} />
      </IconButton>
    </div>
  );
}

function Thumb({
  kind,
  address,
}: {
  readonly kind: MediaKind;
  readonly address: string;
}): ReactNode {
  if (kind === 'image') return <img src={address} alt="" />;
  if (kind === 'video') return <video src={address} muted preload="metadata" />;
  return <Icon name="audio" />;
}

function hintOf(uri: string): string {
  if (isOutputUri(uri)) return 'Sent to Runway when you make it';
  return uri.startsWith('runway:') ? 'Uploaded · usable for 24 hours' : 'Runway fetches it';
}

function nameOf(uri: string, file: ShownFile | undefined): string {
  if (file !== undefined) return file.name;
  if (isOutputUri(uri)) return 'An earlier result';
  if (uri.startsWith('runway:')) return 'Uploaded file';
  if (!URL.canParse(uri)) return uri;
  const { host, pathname } = new URL(uri);
  return `${host}/${pathname.split('/').at(-1) ?? ''}`;
}
