import { useLayoutEffect } from 'react';
import type { ListReader } from './list-reader.js';

/** Goes to where the list was left, and keeps the place for the next time that this view is opened. */
export function useKeptScroll(reader: ListReader, view: string, isShown: boolean): void {
  useLayoutEffect(() => {
    if (!isShown) return undefined;
    window.scrollTo(0, reader.scrollY.get(view) ?? 0);
    const keep = (): void => {
      reader.scrollY.set(view, window.scrollY);
    };
    window.addEventListener('scroll', keep, { passive: true });
    return () => {
      window.removeEventListener('scroll', keep);
    };
  }, [reader, view, isShown]);
}
