import { useEffect, useSyncExternalStore, type ReactNode } from 'react';
import { Icon } from '../design/icon.js';
import { useSession } from '../session/use-session.js';

/** Says that the gateway cannot be reached, and that nothing is lost by it. */
export function ConnectionBanner(): ReactNode {
  const { connection } = useSession();
  const isLost = useSyncExternalStore(connection.subscribe, connection.isLost);
  useEffect(() => {
    const note = (): void => {
      connection.noteNetwork(navigator.onLine);
    };
    note();
    window.addEventListener('online', note);
    window.addEventListener('offline', note);
    return () => {
      window.removeEventListener('online', note);
      window.removeEventListener('offline', note);
    };
  }, [connection]);
  return (
    <div role="status" className={isLost ? 'connection connection-lost' : 'connection'}>
      {isLost && (
        <>
          <Icon name="alert" size={18} />
          <span>
            <strong>No connection to the gateway.</strong> Your tasks go on there. This page tries
            again and shows what it missed.
          </span>
        </>
      )}
    </div>
  );
}
