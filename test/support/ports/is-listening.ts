import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { connect } from 'node:net';

const PROBE_MS = 50;
const PATIENCE_MS = 60_000;

/** Resolves when something listens there: false when `child` has ended, or a minute has passed, before. */
export async function isListening(child: ChildProcess, port: number): Promise<boolean> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && child.exitCode === null && child.signalCode === null) {
    const socket = connect(port, '127.0.0.1');
    const isOpen = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (isOpen) return true;
    await new Promise((resolve) => setTimeout(resolve, PROBE_MS));
  }
  return false;
}
