import { useCallback, useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

const NAME = 'studio.theme';
const DARK = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

function chosen(): Theme | undefined {
  const kept = localStorage.getItem(NAME);
  return kept === 'light' || kept === 'dark' ? kept : undefined;
}

function current(): Theme {
  return chosen() ?? (DARK.matches ? 'dark' : 'light');
}

function apply(): void {
  document.documentElement.dataset['theme'] = current();
  listeners.forEach((listener) => {
    listener();
  });
}

DARK.addEventListener('change', apply);
apply();

/** The theme of the system, or the one that the person has chosen in its place. */
export function useTheme(): { readonly theme: Theme; readonly toggle: () => void } {
  const subscribe = useCallback((listener: () => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  const theme = useSyncExternalStore(subscribe, current);
  const toggle = useCallback(() => {
    localStorage.setItem(NAME, current() === 'dark' ? 'light' : 'dark');
    apply();
  }, []);
  return { theme, toggle };
}
