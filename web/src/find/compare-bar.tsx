import type { ReactNode } from 'react';
import { navigate } from '../app/router.js';
import { Button } from '../design/button.js';
import { Icon } from '../design/icon.js';

/** Tasks that can stand beside each other. */
const PICKS_MAX = 2;

/** The picks with one more, or without it; a third takes the place of the first. */
export function picked(picks: readonly string[], id: string): readonly string[] {
  if (picks.includes(id)) return picks.filter((one) => one !== id);
  return [...picks, id].slice(-PICKS_MAX);
}

/** Shown while tasks are picked: leads to the comparison. */
export function CompareBar({
  picks,
  onClear,
}: {
  readonly picks: readonly string[];
  readonly onClear: () => void;
}): ReactNode {
  const [left, right] = picks;
  if (left === undefined) return null;
  return (
    <div className="compare-bar" role="region" aria-label="Comparison">
      <span>{right === undefined ? 'Pick one more to compare' : 'Two picked'}</span>
      <Button look="quiet" onClick={onClear}>
        Clear
      </Button>
      <Button
        look="primary"
        disabled={right === undefined}
        onClick={() => {
          navigate(`/compare?left=${left}&right=${right ?? ''}`);
        }}
      >
        <Icon name="compare" size={16} />
        Compare
      </Button>
    </div>
  );
}
