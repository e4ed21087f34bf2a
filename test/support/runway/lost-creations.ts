import {
  ResolveTaskDocument,
  type TaskFieldsFragment,
} from '../../../client/src/generated/graphql.js';
import type { GatewayStage } from '../gateway/gateway-stage.js';
import { readTask, untilStatus } from '../client/tasks.js';
import { atRunway, callsTo } from './upstream.js';

export interface LostCase {
  /** Where Runway takes it. */
  readonly path: string;
  /** Where Runway lists up to a hundred of them. */
  readonly list: string;
  /** Asks for one of this name; the task. */
  create(name: string, key: string): Promise<TaskFieldsFragment | null>;
  /** The body of another POST that makes the same; null where Runway takes no second one. */
  readonly bodyOf: ((name: string) => object) | null;
  /** Reads it as the holder of the key: its name, or the codes of the errors. */
  read(id: string, key: string): Promise<string | undefined>;
}

/**
 * Guarantee: what a creation has made whose answer was lost is found only where it cannot be
 * anything else, and nothing is ever sent twice.
 */
export function describeLostCreation(stage: GatewayStage, lost: LostCase): void {
  const { path } = lost;

  /** Carried out by Runway, but the answer does not arrive. */
  async function lose(name: string, key = stage.ann): Promise<TaskFieldsFragment> {
    const { emulator } = stage.gateway;
    emulator.setFault({ method: 'POST', path, times: 1, reset: 'afterRead', carryOut: true });
    const task = await lost.create(name, key);
    if (task?.status !== 'UNCONFIRMED') throw new Error('The task is not UNCONFIRMED');
    return task;
  }

  async function idsAtRunway(name: string): Promise<string[]> {
    const { data } = await atRunway(stage.gateway, 'GET', lost.list);
    const all = data as readonly { readonly id: string; readonly name: string }[];
    return all.filter((one) => one.name === name).map(({ id }) => id);
  }

  describe('whose answer was lost', () => {
    it('is found in Runway’s list, and belongs to its maker alone', async () => {
      const { gateway, clock, ann, bob } = stage;
      const { id } = await lose('lost');
      const task = await untilStatus(gateway, clock, id, 'SUCCEEDED', ann);
      expect(callsTo(gateway, 'POST', path)).toBe(1);
      const [made = ''] = await idsAtRunway('lost');
      expect(task).toMatchObject({ runwayTaskId: made, failure: null });
      expect(await lost.read(made, ann)).toBe('lost');
      expect(await lost.read(made, bob)).toBe('NOT_FOUND');
    });

    it('is left to an operator where another is like it', async () => {
      const { bodyOf } = lost;
      if (bodyOf === null) return;
      const { gateway, clock, ann } = stage;
      const { id } = await lose('twin');
      await atRunway(gateway, 'POST', path, bodyOf('twin'));
      // Two looks, of which the second began after the first had ended.
      await clock.until(() => callsTo(gateway, 'GET', path) >= 2, { stepMs: 1_000 });
      expect((await readTask(gateway, id, ann)).status).toBe('UNCONFIRMED');
      for (const made of await idsAtRunway('twin')) {
        expect(await lost.read(made, ann)).toBe('NOT_FOUND');
      }
    });

    it('is left to an operator where two requests of one name are lost', async () => {
      if (lost.bodyOf === null) return;
      const { gateway, clock, ann, bob } = stage;
      const anns = await lose('same', ann);
      const bobs = await lose('same', bob);
      const other = await lose('other', bob);
      await untilStatus(gateway, clock, other.id, 'SUCCEEDED', bob);
      expect((await readTask(gateway, anns.id, ann)).status).toBe('UNCONFIRMED');
      expect((await readTask(gateway, bobs.id, bob)).status).toBe('UNCONFIRMED');
      for (const made of await idsAtRunway('same')) {
        expect(await lost.read(made, bob)).toBe('NOT_FOUND');
      }
    });

    it('is given to its maker by resolveTask', async () => {
      const { gateway, clock, ann } = stage;
      const { id } = await lose('resolved');
      const [runwayTaskId = ''] = await idsAtRunway('resolved');
      await gateway.data(ResolveTaskDocument, { id, input: { runwayTaskId } });
      expect(await lost.read(runwayTaskId, ann)).toBe('resolved');
      await untilStatus(gateway, clock, id, 'SUCCEEDED', ann);
      expect(callsTo(gateway, 'POST', path)).toBe(1);
    });
  });
}
