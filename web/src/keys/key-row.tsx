import type { ReactNode } from 'react';
import { Badge } from '../design/badge.js';
import { Button } from '../design/button.js';
import { When } from '../design/when.js';
import { ownKeyId } from '../session/own-key.js';
import { useSession } from '../session/use-session.js';
import { keyState, type ApiKey } from './key-state.js';
import { scopeName } from './scopes.js';

export interface KeyRowProps {
  readonly apiKey: ApiKey;
  readonly onRotate: () => void;
  readonly onRevoke: () => void;
}

export function KeyRow({ apiKey, onRotate, onRevoke }: KeyRowProps): ReactNode {
  const { viewer, has } = useSession();
  const { text, tone, isActive } = keyState(apiKey, new Date());
  const isOwn = apiKey.id === ownKeyId(viewer);
  const name = apiKey.name ?? 'Without a name';
  return (
    <li className={isActive ? 'key card' : 'key key-past card'}>
      <div className="key-head">
        <div className="key-names">
          <h2>{name}</h2>
          <code>{apiKey.prefix}…</code>
        </div>
        <div className="key-badges">
          {isOwn && <Badge tone="accent">This session</Badge>}
          <Badge tone={tone}>{text}</Badge>
        </div>
      </div>
      <KeyFacts apiKey={apiKey} />
      <details className="key-scopes">
        <summary>
          {apiKey.scopes.length} {apiKey.scopes.length === 1 ? 'scope' : 'scopes'}
        </summary>
        <ul>
          {apiKey.scopes.map((scope) => (
            <li key={scope}>
              <Badge>{scopeName(scope)}</Badge>
            </li>
          ))}
        </ul>
      </details>
      {isActive && has('KEY_WRITE') && (
        <div className="key-actions">
          <Button onClick={onRotate} aria-label={`Rotate ${name}`}>
            Rotate
          </Button>
          <Button look="danger" onClick={onRevoke} aria-label={`Revoke ${name}`}>
            Revoke
          </Button>
        </div>
      )}
    </li>
  );
}

function KeyFacts({ apiKey }: { readonly apiKey: ApiKey }): ReactNode {
  const { createdAt, expiresAt, revokedAt, replacedSecretExpiresAt, usage } = apiKey;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['Made', <When key="at" at={createdAt} />],
    ['Last used', usage.lastUsedAt === null ? 'never' : <When key="at" at={usage.lastUsedAt} />],
    ['Requests', usage.requests.toLocaleString()],
    revokedAt === null
      ? ['Ends', expiresAt === null ? 'not by itself' : <When key="at" at={expiresAt} />]
      : ['Revoked', <When key="at" at={revokedAt} />],
    ...(replacedSecretExpiresAt === null
      ? []
      : [['Old secret ends', <When key="at" at={replacedSecretExpiresAt} />] as const]),
  ];
  return (
    <dl className="facts numeric">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
