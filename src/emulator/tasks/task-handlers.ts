import { ok, refuse, type Handlers } from '../server/handler.js';
import type { Run } from './runs.js';
import type { World } from '../world.js';

export function taskHandlers({ runs, outputs }: World) {
  const get = (id: string): Run => {
    const run = runs.find('task', id);
    if (!run) throw refuse(404, 'Could not find Task');
    return run;
  };
  return {
    'tasks.retrieve': ({ id }) => {
      const run = get(id);
      const view = runs.view(run);
      const base = { id: run.id, createdAt: new Date(run.createdAtMs).toISOString() };
      switch (view.status) {
        case 'PENDING':
        case 'THROTTLED':
        case 'RUNNING':
          return ok({ ...base, ...view, estimatedCost: { credits: run.plan.estimate } });
        case 'SUCCEEDED': {
          const output = run.outputs.map((file) => outputs.sign(file));
          return ok({ ...base, status: view.status, output, cost: { credits: view.cost } });
        }
        case 'FAILED':
          return ok({
            ...base,
            status: view.status,
            failure: run.plan.failure?.text,
            failureCode: run.plan.failure?.code,
            cost: { credits: view.cost },
          });
      }
    },
    'tasks.delete': ({ id }) => {
      runs.remove(get(id));
      return { status: 204 };
    },
  } satisfies Handlers;
}
