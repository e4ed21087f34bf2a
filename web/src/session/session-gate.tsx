import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { Provider } from 'urql';
import { openByIssuer } from './open-by-issuer.js';
import { openRemembered, type OnEnd } from './open-session.js';
import { SignInView } from './sign-in-view.js';
import { SessionContext, type Session } from './use-session.js';

type Gate =
  | { readonly kind: 'opening' }
  | { readonly kind: 'closed'; readonly notice: string | undefined }
  | { readonly kind: 'open'; readonly session: Session };

const ENDED = 'Your session has ended. Sign in to go on where you were.';

/** Once for a page: a code of the issuer works once. */
let opening: Promise<Session | undefined> | undefined;

async function openAgain(onEnd: OnEnd): Promise<Session | undefined> {
  return (await openByIssuer(onEnd)) ?? (await openRemembered(onEnd));
}

/** Shows its children to signed-in people, and to all others the way to sign in. */
export function SessionGate({ children }: { readonly children: ReactNode }): ReactNode {
  const [gate, setGate] = useState<Gate>({ kind: 'opening' });
  const onEnd = useCallback<OnEnd>((why) => {
    setGate({ kind: 'closed', notice: why === 'ended' ? ENDED : undefined });
  }, []);
  const enter = useCallback((session: Session) => {
    setGate({ kind: 'open', session });
  }, []);
  useEffect(() => {
    opening ??= openAgain(onEnd);
    opening.then(
      (session) => {
        setGate(session ? { kind: 'open', session } : { kind: 'closed', notice: undefined });
      },
      (error: unknown) => {
        setGate({ kind: 'closed', notice: error instanceof Error ? error.message : ENDED });
      },
    );
  }, [onEnd]);
  if (gate.kind === 'opening') return null;
  if (gate.kind === 'closed') {
    return <SignInView notice={gate.notice} onSession={enter} onEnd={onEnd} />;
  }
  return (
    <Provider value={gate.session.client}>
      <SessionContext value={gate.session}>{children}</SessionContext>
    </Provider>
  );
}
