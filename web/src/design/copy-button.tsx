import { useState, type ReactNode } from 'react';
import { Button } from './button.js';
import { Icon } from './icon.js';
import { useToast } from './toast.js';

/** Copies a text, and says that it has. */
export function CopyButton({
  text,
  label = 'Copy',
}: {
  readonly text: string;
  readonly label?: string;
}): ReactNode {
  const [isCopied, setIsCopied] = useState(false);
  const toast = useToast();
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => {
        setIsCopied(true);
      },
      () => {
        toast('The browser did not allow copying. Select the text and copy it by hand.');
      },
    );
  };
  return (
    <Button onClick={copy} aria-live="polite">
      <Icon name={isCopied ? 'check' : 'copy'} size={16} />
      {isCopied ? 'Copied' : label}
    </Button>
  );
}
