import type { ReactNode } from 'react';
import { Badge } from '../design/badge.js';
import { useSession } from '../session/use-session.js';

/** Who is signed in, and how long. */
export function SessionCard(): ReactNode {
  const { viewer, keyed } = useSession();
  return (
    <section className="card session-card" aria-label="Your session">
      <div>
        <h2>{viewer.tenant.name}</h2>
        <p className="soft">
          Signed in as <code>{viewer.subject}</code>
        </p>
      </div>
      <Badge tone="accent">
        {keyed === undefined ? 'Token of this tab' : 'Token, renewed by itself'}
      </Badge>
    </section>
  );
}
