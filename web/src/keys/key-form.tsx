import type { ReactNode } from 'react';
import { Button } from '../design/button.js';
import { ErrorNotice } from '../design/error-notice.js';
import { TextField } from '../design/field.js';
import { KEY_FIELD, type KeyForm } from './use-key-form.js';

/** The frame of a form in a dialog: its fields, the key where it is needed, what went wrong, and the buttons. */
export function KeyFormFrame({
  form,
  action,
  busyAction,
  onCancel,
  isDangerous = false,
  children,
}: {
  readonly form: KeyForm;
  readonly action: string;
  readonly busyAction: string;
  readonly onCancel: () => void;
  readonly isDangerous?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const { needsKey, isBusy, error, submit } = form;
  return (
    <form className="key-form" onSubmit={submit}>
      {children}
      {needsKey && (
        <TextField
          label="Your API key"
          name={KEY_FIELD}
          type="password"
          placeholder="rgk_…"
          autoComplete="off"
          required
          hint="A token may not do this, and this page does not have your key."
        />
      )}
      {error !== undefined && <ErrorNotice {...error} />}
      <div className="dialog-actions">
        <Button onClick={onCancel}>Cancel</Button>
        <Button look={isDangerous ? 'danger' : 'primary'} type="submit" isBusy={isBusy}>
          {isBusy ? busyAction : action}
        </Button>
      </div>
    </form>
  );
}
