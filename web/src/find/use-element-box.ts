import { useLayoutEffect, useState, type RefObject } from 'react';

/** The width of an element in px, and how far below the page's top it begins. */
export function useElementBox(element: RefObject<HTMLElement | null>): {
  readonly width: number;
  readonly top: number;
} {
  const [box, setBox] = useState({ width: 0, top: 0 });
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const measure = (): void => {
      const { width, top } = current.getBoundingClientRect();
      const next = { width, top: Math.round(top + window.scrollY) };
      setBox((known) => (known.width === next.width && known.top === next.top ? known : next));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    observer.observe(document.body);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return box;
}
