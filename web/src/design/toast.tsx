import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

/** Time to read a line twice. */
const SHOWN_MS = 6_000;

interface Toast {
  readonly id: number;
  readonly text: string;
}

const ToastContext = createContext<(text: string) => void>(() => undefined);

/** Tells of what has been done, in one line, without a question. */
export function useToast(): (text: string) => void {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const show = useCallback((text: string) => {
    const toast = { id: nextId++, text };
    setToasts((shown) => [...shown, toast]);
    setTimeout(() => {
      setToasts((shown) => shown.filter((each) => each !== toast));
    }, SHOWN_MS);
  }, []);
  const list = useMemo(
    () => (
      <div className="toasts" role="status">
        {toasts.map(({ id, text }) => (
          <div className="toast" key={id}>
            {text}
          </div>
        ))}
      </div>
    ),
    [toasts],
  );
  return (
    <ToastContext value={show}>
      {children}
      {list}
    </ToastContext>
  );
}

let nextId = 1;
