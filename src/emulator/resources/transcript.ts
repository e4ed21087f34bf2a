import { timeText } from './objects.js';
import { startOf, type Session, type SessionTool } from './sessions.js';

/** One line, and how many seconds into the call it is said. */
interface Line {
  readonly atSeconds: number;
  readonly role: 'user' | 'assistant';
  readonly content: string | null;
  readonly tool?: SessionTool;
}

/** What has been said so far: every call goes the same way, as long as it lasts. */
export function transcriptOf({ state, plan }: Session, now: Date): object[] {
  const startedAtMs = startOf(state);
  if (startedAtMs === undefined) return [];
  const untilMs = 'endedAtMs' in state ? state.endedAtMs : now.getTime();
  const [tool] = plan.tools;
  const lines: readonly Line[] = [
    { atSeconds: 0, role: 'assistant', content: plan.startScript },
    { atSeconds: 2, role: 'user', content: 'What can you do for me?' },
    ...(tool ? [{ atSeconds: 3, role: 'assistant', content: null, tool } as const] : []),
    { atSeconds: 4, role: 'assistant', content: 'I can answer what you ask.' },
  ];
  return lines
    .map((line) => ({ ...line, atMs: startedAtMs + line.atSeconds * 1_000 }))
    .filter(({ atMs }) => atMs <= untilMs)
    .map(({ atMs, role, content, tool: called }) => ({
      role,
      content,
      timestamp: timeText(atMs),
      ...(called ? callOf(called) : {}),
    }));
}

/** A tool of the client's is told only; one of a backend answers. */
function callOf({ type, name }: SessionTool): object {
  const id = 'call_1';
  return {
    toolCalls: [{ id, name, arguments: {} }],
    ...(type === 'backend_rpc'
      ? { toolResults: [{ id, name, result: { done: true }, error: null, durationMs: 120 }] }
      : {}),
  };
}
