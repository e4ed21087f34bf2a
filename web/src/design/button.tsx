import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.js';

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: ButtonLook;
  /** While its work goes on: it takes no second press and says so. */
  readonly isBusy?: boolean;
}

export function Button({
  look = 'secondary',
  isBusy = false,
  className,
  disabled = false,
  type = 'button',
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || isBusy}
      aria-busy={isBusy || undefined}
      className={classNames('button', `button-${look}`, className)}
    />
  );
}

/** A button that shows a picture alone; `label` is its name. */
export function IconButton({
  label,
  className,
  look = 'quiet',
  ...rest
}: ButtonProps & { readonly label: string }): ReactNode {
  return (
    <Button
      {...rest}
      look={look}
      aria-label={label}
      title={label}
      className={classNames('button-icon', className)}
    />
  );
}
