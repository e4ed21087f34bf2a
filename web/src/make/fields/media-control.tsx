import { useId, useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Button } from '../../design/button.js';
import { classNames } from '../../design/class-names.js';
import { Icon } from '../../design/icon.js';
import { Progress } from '../../design/progress.js';
import { acceptOf, type MediaKind } from '../media-kind.js';
import { EarlierResults } from './earlier-results.js';
import { errorAt, type FieldProps } from './field-props.js';
import { FilledMedia } from './filled-media.js';
import './media.css';
import { useUpload } from './use-upload.js';

/** A file: dropped or chosen, by its address, or made earlier. */
export function MediaControl(props: FieldProps<'media'>): ReactNode {
  const { label, hint, isOptional, type, value, onChange } = props;
  const uri = typeof value === 'string' ? value : '';
  const id = useId();
  const upload = useUpload(type.media, onChange);
  const error = upload.error ?? errorAt(props);
  return (
    <div className="field" role="group" aria-labelledby={`${id}-label`}>
      <div className="field-label">
        <span id={`${id}-label`}>{label}</span>
        {isOptional && <span className="field-optional">Optional</span>}
      </div>
      {upload.sending !== undefined ? (
        <div className="media-sending">
          <span className="media-name">{upload.sending.name}</span>
          <Progress label={`Uploading ${upload.sending.name}`} value={upload.sending.share} />
          <Button look="quiet" onClick={upload.stop}>
            Stop
          </Button>
        </div>
      ) : uri !== '' ? (
        <FilledMedia
          uri={uri}
          file={upload.file}
          media={type.media}
          onRemove={() => {
            upload.clear();
            onChange(undefined);
          }}
        />
      ) : (
        <EmptyMedia
          label={label}
          media={type.media}
          onFile={upload.send}
          onAddress={onChange}
          onEarlier={upload.takeOver}
        />
      )}
      {hint !== '' && <div className="field-hint">{hint}</div>}
      {error !== undefined && (
        <div className="field-error" role="alert">
          {error}
        </div>
      )}
    </div>
  );
}

interface EmptyMediaProps {
  readonly label: string;
  readonly media: MediaKind | null;
  readonly onFile: (file: File) => void;
  readonly onAddress: (address: string) => void;
  readonly onEarlier: (address: string) => void;
}

function EmptyMedia({ label, media, onFile, onAddress, onEarlier }: EmptyMediaProps): ReactNode {
  const [isOver, setIsOver] = useState(false);
  const [isChoosing, setIsChoosing] = useState(false);
  const [hasAddress, setHasAddress] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    const address = event.dataTransfer.getData('text/uri-list');
    if (file !== undefined) onFile(file);
    else if (address !== '') onEarlier(address);
  };
  return (
    <div
      className={classNames('drop', isOver && 'drop-over')}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => {
        setIsOver(false);
      }}
      onDrop={drop}
    >
      <Icon name="upload" size={24} />
      <p>
        Drop {media === null ? 'a file' : `${ARTICLES[media]} file`} here
        <span className="drop-limit"> · up to 200 MB</span>
      </p>
      <div className="drop-ways">
        <Button onClick={() => picker.current?.click()}>Choose a file</Button>
        <Button
          look="quiet"
          aria-expanded={hasAddress}
          onClick={() => {
            setHasAddress(!hasAddress);
          }}
        >
          <Icon name="link" size={16} />
          Address
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            setIsChoosing(true);
          }}
        >
          <Icon name="gallery" size={16} />
          Earlier result
        </Button>
      </div>
      <input
        ref={picker}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={`${label}: file`}
        accept={acceptOf(media)}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      {hasAddress && <AddressBox label={label} onAddress={onAddress} />}
      <EarlierResults
        media={media}
        isOpen={isChoosing}
        onClose={() => {
          setIsChoosing(false);
        }}
        onChoose={(address) => {
          setIsChoosing(false);
          onEarlier(address);
        }}
      />
    </div>
  );
}

const ARTICLES: Readonly<Record<MediaKind, string>> = {
  image: 'an image',
  video: 'a video',
  audio: 'an audio',
};

function AddressBox({
  label,
  onAddress,
}: {
  readonly label: string;
  readonly onAddress: (address: string) => void;
}): ReactNode {
  const [address, setAddress] = useState('');
  const use = (): void => {
    if (address.trim() !== '') onAddress(address.trim());
  };
  return (
    <div className="address">
      <input
        className="control"
        type="url"
        autoFocus
        aria-label={`${label}: address`}
        placeholder="https://…"
        value={address}
        onChange={(event) => {
          setAddress(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
          event.preventDefault();
          use();
        }}
      />
      <Button onClick={use}>Use</Button>
    </div>
  );
}
