import type { ReactNode } from 'react';
import type { Scope } from '../../../client/src/documents.js';
import { Check } from '../design/field.js';
import { SCOPE_GROUPS } from './scopes.js';

/** Check boxes for the scopes that may be given. */
export function ScopePicker({
  offered,
  chosen,
  onChange,
}: {
  readonly offered: (scope: Scope) => boolean;
  readonly chosen: ReadonlySet<Scope>;
  readonly onChange: (chosen: ReadonlySet<Scope>) => void;
}): ReactNode {
  const toggle = (scope: Scope): void => {
    const next = new Set(chosen);
    if (!next.delete(scope)) next.add(scope);
    onChange(next);
  };
  return (
    <div className="scopes">
      {SCOPE_GROUPS.map(({ title, scopes }) => {
        const shown = scopes.filter(([scope]) => offered(scope));
        return shown.length === 0 ? null : (
          <fieldset key={title} className="scope-group">
            <legend>{title}</legend>
            {shown.map(([scope, name]) => (
              <Check
                key={scope}
                label={name}
                checked={chosen.has(scope)}
                onChange={() => {
                  toggle(scope);
                }}
              />
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
