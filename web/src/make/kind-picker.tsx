import type { ReactNode } from 'react';
import { Icon, type IconName } from '../design/icon.js';
import type { MadeBy } from '../generated/forms/all-forms.js';
import { kindOf, KINDS } from './kinds.js';

const ICONS: Readonly<Record<string, IconName>> = {
  video: 'video',
  image: 'image',
  audio: 'audio',
  voice: 'voice',
  avatar: 'avatar',
  upscaling: 'upscale',
  marketing: 'grid',
  more: 'more',
};

/** What to make, and from what. */
export function KindPicker({
  operation,
  onChoose,
}: {
  readonly operation: MadeBy;
  readonly onChoose: (operation: MadeBy) => void;
}): ReactNode {
  const chosen = kindOf(operation);
  return (
    <div className="kinds">
      <div className="kind-row" role="radiogroup" aria-label="What to make">
        {KINDS.map((kind) => (
          <label className="kind" key={kind.id} title={kind.words}>
            <input
              type="radio"
              name="kind"
              checked={kind.id === chosen.id}
              onChange={() => {
                const [first] = kind.ways;
                if (first !== undefined) onChoose(first.operation);
              }}
            />
            <span className="kind-face">
              <Icon name={ICONS[kind.id] ?? 'make'} />
              {kind.title}
            </span>
          </label>
        ))}
      </div>
      {chosen.ways.length > 1 && (
        <div className="way-row" role="radiogroup" aria-label="From what">
          {chosen.ways.map((way) => (
            <label className="way" key={way.operation}>
              <input
                type="radio"
                name="way"
                checked={way.operation === operation}
                onChange={() => {
                  onChoose(way.operation);
                }}
              />
              <span>{way.title}</span>
            </label>
          ))}
        </div>
      )}
    </div>
  );
}
