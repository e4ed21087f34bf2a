import type { Client } from '@urql/core';
import { createContext, useContext } from 'react';
import type { Connection } from './connection.js';
import type { Scope, StudioViewerQuery } from '../generated/graphql.js';

export type SessionViewer = NonNullable<StudioViewerQuery['viewer']>;

/** A signed-in person's way to the gateway. */
export interface Session {
  /** Whether the gateway can be reached. */
  readonly connection: Connection;
  /** Sends the session's token, and renews it. */
  readonly client: Client;
  readonly viewer: SessionViewer;
  /** Whether the viewer has a scope; views offer nothing that would be refused. */
  readonly has: (scope: Scope) => boolean;
  /** Sends the API key itself, for what no token may do; undefined: the page does not have the key. */
  readonly keyed: Client | undefined;
  /** From now on this is the key’s secret: it was rotated. Nothing where the page does not have the key. */
  readonly adoptKey: (credential: string) => void;
  readonly signOut: () => void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** Throws outside of the views, which are shown to signed-in people alone. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('There is no session here.');
  return session;
}
