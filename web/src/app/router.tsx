import { useSyncExternalStore, type ComponentProps, type MouseEvent, type ReactNode } from 'react';

/** All paths of the studio begin with it. */
const BASE = '/studio';

/** Where the studio is: a path below BASE, and the query. */
export interface Place {
  readonly path: string;
  readonly query: URLSearchParams;
}

const listeners = new Set<() => void>();

function tell(): void {
  listeners.forEach((listener) => {
    listener();
  });
}

function subscribe(listener: () => void): () => void {
  if (listeners.size === 0) window.addEventListener('popstate', tell);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) window.removeEventListener('popstate', tell);
  };
}

/** The address of a path, as a link has it. */
export function hrefOf(path: string): string {
  return `${BASE}${path}`;
}

/** Goes to a path, e.g. `/tasks?status=FAILED`. With `replace` the way back skips the present one. */
export function navigate(path: string, { replace = false } = {}): void {
  if (replace) window.history.replaceState(null, '', hrefOf(path));
  else window.history.pushState(null, '', hrefOf(path));
  tell();
}

export function usePlace(): Place {
  const search = useSyncExternalStore(subscribe, () => window.location.search);
  const pathname = useSyncExternalStore(subscribe, () => window.location.pathname);
  const path = pathname.startsWith(BASE) ? pathname.slice(BASE.length) : pathname;
  return { path: path === '' ? '/' : path, query: new URLSearchParams(search) };
}

/** A link inside the studio; with a key held, the browser does what it always does. */
export function Link({
  to,
  onClick,
  ...rest
}: { readonly to: string } & ComponentProps<'a'>): ReactNode {
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const isPlain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (event.defaultPrevented || event.button !== 0 || !isPlain) return;
    event.preventDefault();
    navigate(to);
  };
  return <a {...rest} href={hrefOf(to)} onClick={follow} />;
}
