import { Pool } from 'pg';

/** A task as the requests of `bench:reads` ask for it. */
export interface BareTask {
  readonly id: string;
  readonly operation: string;
  readonly model: string | null;
  readonly status: string;
  readonly label: string | null;
  readonly createdAt: string;
}

export interface BarePage {
  readonly nodes: readonly BareTask[];
  readonly pageInfo: { readonly hasNextPage: boolean };
}

/** What a server without rules answers: fixed values, or rows of the gateway's own table. */
export interface Tasks {
  find(tenant: string, id: string): Promise<BareTask> | BareTask;
  list(tenant: string, first: number): Promise<BarePage> | BarePage;
}

/** The answer to every request, so that nothing but the server itself is measured. */
export class FixedTasks implements Tasks {
  constructor(private readonly tasks: readonly BareTask[]) {}

  find(_tenant: string, id: string): BareTask {
    return { ...this.tasks[0], id } as BareTask;
  }

  list(_tenant: string, first: number): BarePage {
    return { nodes: this.tasks.slice(0, first), pageInfo: { hasNextPage: true } };
  }
}

const COLUMNS = `id, operation, model, state->>'status' as status, label, created_at`;

interface Row extends Omit<BareTask, 'createdAt'> {
  readonly created_at: Date;
}

/** The gateway's driver, with a pool of its size and prepared statements. */
export class StoredTasks implements Tasks {
  readonly #pool: Pool;

  constructor(url: string) {
    this.#pool = new Pool({ connectionString: url, max: 10 });
  }

  async find(tenant: string, id: string): Promise<BareTask> {
    const { rows } = await this.#pool.query<Row>({
      name: 'find_task',
      text: `select ${COLUMNS} from tasks where id = $1 and tenant_id = $2`,
      values: [id, tenant],
    });
    return toTask(rows[0] as Row);
  }

  async list(tenant: string, first: number): Promise<BarePage> {
    const { rows } = await this.#pool.query<Row>({
      name: 'list_tasks',
      text: `select ${COLUMNS} from tasks where tenant_id = $1
        order by created_at desc, id desc limit $2`,
      values: [tenant, first + 1],
    });
    const nodes = rows.slice(0, first).map(toTask);
    return { nodes, pageInfo: { hasNextPage: rows.length > first } };
  }
}

function toTask({ created_at: createdAt, operation, ...task }: Row): BareTask {
  const { id, model, status, label } = task;
  const inCapitals = operation.replaceAll(/[A-Z]/g, '_$&').toUpperCase();
  return { id, operation: inCapitals, model, status, label, createdAt: createdAt.toISOString() };
}
