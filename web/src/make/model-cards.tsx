import type { ReactNode } from 'react';
import { Badge } from '../design/badge.js';
import type { StudioModelsQuery } from '../generated/graphql.js';
import { titleOf } from './kinds.js';
import { lengthText, priceText } from './price-text.js';

export type ModelRow = NonNullable<StudioModelsQuery['models']>[number];

/** The models of an operation: what each is good at, its lengths and what it costs. */
export function ModelCards({
  models,
  chosen,
  onChoose,
}: {
  readonly models: readonly ModelRow[];
  readonly chosen: string | null;
  readonly onChoose: (member: string) => void;
}): ReactNode {
  return (
    <div className="models" role="radiogroup" aria-label="Model">
      {models.map((model) => (
        <label className="model" key={model.member}>
          <input
            type="radio"
            name="model"
            disabled={!model.permitted}
            checked={model.member === chosen}
            onChange={() => {
              onChoose(model.member ?? '');
            }}
          />
          <ModelFace model={model} />
        </label>
      ))}
    </div>
  );
}

export function ModelFace({ model }: { readonly model: ModelRow }): ReactNode {
  const length = lengthText(model.durations);
  return (
    <span className="model-face">
      <span className="model-name">{model.model ?? titleOf(model.operation)}</span>
      {model.summary !== null && <span className="model-words">{model.summary}</span>}
      <span className="model-facts">
        <Badge tone="accent">{priceText(model.price)}</Badge>
        {length !== undefined && <Badge>{length}</Badge>}
        {model.audio && <Badge>sound</Badge>}
        {hasReferences(model) && <Badge>references</Badge>}
        {!model.permitted && <Badge tone="warn">not for your key</Badge>}
      </span>
    </span>
  );
}

/** Null: any number of them. */
function hasReferences({ references: { images, videos, audio } }: ModelRow): boolean {
  return [images, videos, audio].some((count) => count !== 0);
}
