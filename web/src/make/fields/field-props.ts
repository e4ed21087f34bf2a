import type { FieldType } from '../form-types.js';
import type { FormProblem } from '../form-problems.js';
import type { FormValue } from '../form-value.js';

/** What every control of a form gets. `Of` is the kind of value that it edits. */
export interface FieldProps<Of extends FieldType['kind'] = FieldType['kind']> {
  readonly label: string;
  readonly hint: string;
  readonly isOptional: boolean;
  readonly type: Extract<FieldType, { kind: Of }>;
  readonly value: FormValue;
  /** What Runway takes when nothing is given. */
  readonly initial: string | number | boolean | undefined;
  /** As the gateway writes it, e.g. `input.gen4_5.duration`. */
  readonly path: string;
  /** Those of the whole form. */
  readonly problems: readonly FormProblem[];
  readonly onChange: (value: FormValue) => void;
}

/** What is wrong at this very place. */
export function errorAt({
  problems,
  path,
}: Pick<FieldProps, 'problems' | 'path'>): string | undefined {
  return problems.find((each) => each.path === path)?.message;
}
