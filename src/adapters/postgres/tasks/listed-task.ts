import type { JsonValue } from '../../../domain/input/json.js';
import type {
  Estimate,
  RunwayTaskKind,
  Task,
  TaskState,
  TaskStatus,
  WaitingFor,
} from '../../../domain/task/task.js';
import { parseTime } from '../connection/value-parsers.js';
import { AT, notRead, textAt, timeAt, valueAt, type ReadRow } from './read-columns.js';

/**
 * A task of which a part was read, in the clear. Its values are parsed when they are looked at; to look
 * at more than was read is an error of the code.
 */
export class ListedTask implements Task {
  readonly tenantId: string;
  readonly #row: ReadRow;
  #state: TaskState | undefined;

  constructor(row: ReadRow) {
    this.tenantId = row.tenant_id;
    this.#row = row;
  }

  get id(): string {
    return textAt(this.#row, AT.id);
  }

  get operation(): string {
    return textAt(this.#row, AT.operation);
  }

  get model(): string | null {
    return valueAt(this.#row, AT.model);
  }

  get label(): string | null {
    return valueAt(this.#row, AT.label);
  }

  get state(): TaskState {
    return (this.#state ??= new ListedState(this.#row) as unknown as TaskState);
  }

  get runwayAccount(): string {
    return textAt(this.#row, AT.runwayAccount);
  }

  get runwayTaskId(): string | null {
    return valueAt(this.#row, AT.runwayTaskId);
  }

  get runwayTaskKind(): RunwayTaskKind {
    return textAt(this.#row, AT.runwayTaskKind) as RunwayTaskKind;
  }

  get input(): JsonValue {
    throw notRead('input');
  }

  get estimate(): Estimate {
    const source = textAt(this.#row, AT.estimateSource) as Estimate['source'];
    return { credits: Number(textAt(this.#row, AT.estimateCredits)), source };
  }

  get cost(): number | null {
    const text = valueAt(this.#row, AT.cost);
    return text === null ? null : Number(text);
  }

  get cancelRequestedAt(): Date | null {
    return timeAt(this.#row, AT.cancelRequestedAt);
  }

  get createdAt(): Date {
    return parseTime(textAt(this.#row, AT.createdAt));
  }

  get settledAt(): Date | null {
    return timeAt(this.#row, AT.settledAt);
  }

  get traceparent(): string | null {
    return valueAt(this.#row, AT.traceparent);
  }
}

/** Of every state what is in the clear. */
class ListedState {
  readonly status: TaskStatus;
  readonly #row: ReadRow;

  constructor(row: ReadRow) {
    this.status = textAt(row, AT.status) as TaskStatus;
    this.#row = row;
  }

  get progress(): number | undefined {
    const text = valueAt(this.#row, AT.progress);
    return text === null ? undefined : Number(text);
  }

  get waitingFor(): WaitingFor | null {
    const text = valueAt(this.#row, AT.waitingFor);
    return text === null ? null : (JSON.parse(text) as WaitingFor);
  }

  get output(): never {
    throw notRead('output');
  }

  get failure(): never {
    throw notRead('failure');
  }
}
