import type { GatewayProcess } from './gateway-process.js';

/** Starts one node; called again for each of its lives. */
export type StartNode = () => Promise<GatewayProcess>;

/** Gateway nodes of one store, of which one at a time can be killed and started again under load. */
export class RestartedNodes {
  killCount = 0;
  readonly #killed = new Set<GatewayProcess>();
  readonly #nodes: GatewayProcess[] = [];
  readonly #starts: readonly StartNode[];

  constructor(...starts: readonly StartNode[]) {
    this.#starts = starts;
  }

  /** One after the other: the first migrates the store. */
  async start(): Promise<void> {
    for (const start of this.#starts) this.#nodes.push(await start());
  }

  /** The node whose turn it is; the next one while that is being started again. */
  at(turn: number): GatewayProcess {
    for (let step = 0; step < this.#nodes.length; step += 1) {
      const node = this.#nodes[(turn + step) % this.#nodes.length];
      if (node !== undefined && !this.wasKilled(node)) return node;
    }
    throw new Error('No node is up');
  }

  wasKilled(node: GatewayProcess): boolean {
    return this.#killed.has(node);
  }

  /** Kills a node with SIGKILL. Resolves when it is ready in its next life. */
  async restart(node: GatewayProcess): Promise<void> {
    const index = this.#nodes.indexOf(node);
    this.#killed.add(node);
    this.killCount += 1;
    await node.kill();
    const next = await this.#starts[index]?.();
    if (next !== undefined) this.#nodes[index] = next;
  }

  /** Stops all nodes with SIGTERM and returns their exit codes. */
  async terminate(): Promise<readonly (number | null)[]> {
    const up = this.#nodes.filter((node) => !this.wasKilled(node));
    return await Promise.all(up.map((node) => node.terminate()));
  }
}
