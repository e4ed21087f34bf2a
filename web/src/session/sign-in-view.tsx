import { useEffect, useState, type ReactNode, type SyntheticEvent } from 'react';
import { Button } from '../design/button.js';
import { Check, TextField } from '../design/field.js';
import { Notice } from '../design/notice.js';
import { goToIssuer } from './open-by-issuer.js';
import { openByKey, type OnEnd } from './open-session.js';
import { pageSignIn, type SignIn } from './page-settings.js';
import type { Session } from './use-session.js';
import './sign-in.css';

export interface SignInProps {
  /** Why the person must sign in, where there is a reason. */
  readonly notice: string | undefined;
  readonly onSession: (session: Session) => void;
  readonly onEnd: OnEnd;
}

export function SignInView({ notice, onSession, onEnd }: SignInProps): ReactNode {
  const [signIn, setSignIn] = useState<SignIn | null>(null);
  const [isRemembered, setIsRemembered] = useState(false);
  useEffect(() => {
    // Without an answer there is still the key.
    pageSignIn().then(setSignIn, () => undefined);
    document.title = 'Sign in – Studio';
  }, []);
  return (
    <main className="sign-in">
      <div className="sign-in-panel">
        <img src="/studio/icon.svg" alt="" width={48} height={48} />
        <h1>Sign in to the studio</h1>
        <p className="soft">Make video, images and sound. Watch them appear.</p>
        {notice !== undefined && <Notice title={notice} />}
        <div className="sign-in-card">
          {signIn !== null && (
            <>
              <IssuerButton signIn={signIn} isRemembered={isRemembered} />
              <div className="sign-in-or">or</div>
            </>
          )}
          <KeyForm isRemembered={isRemembered} onSession={onSession} onEnd={onEnd}>
            <Check
              label="Stay signed in when this tab reloads"
              hint="Keeps the token, not the key, for an hour at most."
              checked={isRemembered}
              onChange={(event) => {
                setIsRemembered(event.currentTarget.checked);
              }}
            />
          </KeyForm>
        </div>
      </div>
    </main>
  );
}

function IssuerButton({
  signIn,
  isRemembered,
}: {
  readonly signIn: SignIn;
  readonly isRemembered: boolean;
}): ReactNode {
  const [isBusy, setIsBusy] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const go = (): void => {
    setIsBusy(true);
    setHasFailed(false);
    goToIssuer(signIn, isRemembered).catch(() => {
      setIsBusy(false);
      setHasFailed(true);
    });
  };
  return (
    <>
      <Button look="primary" isBusy={isBusy} onClick={go}>
        Sign in with {signIn.name}
      </Button>
      {hasFailed && (
        <Notice tone="bad" title={`${signIn.name} cannot be reached`}>
          Try again in a moment, or sign in with an API key.
        </Notice>
      )}
    </>
  );
}

function KeyForm({
  isRemembered,
  onSession,
  onEnd,
  children,
}: Omit<SignInProps, 'notice'> & {
  readonly isRemembered: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const signIn = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const typed = new FormData(event.currentTarget).get('key');
    const key = typeof typed === 'string' ? typed.trim() : '';
    if (key === '') {
      setError('Enter your API key. It begins with rgk_.');
      return;
    }
    setIsBusy(true);
    openByKey(key, isRemembered, onEnd).then(onSession, (refusal: unknown) => {
      setIsBusy(false);
      setError(refusal instanceof Error ? refusal.message : String(refusal));
    });
  };
  return (
    <form className="sign-in-form" onSubmit={signIn} noValidate>
      <TextField
        label="API key"
        name="key"
        type="password"
        placeholder="rgk_…"
        autoComplete="off"
        autoFocus
        spellCheck={false}
        error={error}
        hint="It stays in this page’s memory and is exchanged for a short-lived token."
      />
      {children}
      <Button look="primary" type="submit" isBusy={isBusy}>
        {isBusy ? 'Signing in …' : 'Sign in'}
      </Button>
    </form>
  );
}
