import type RunwayML from '@runwayml/sdk';
import { ELSEWHERE } from '../../src/emulator/resources/seeded.js';
import type { Harness } from './harness.js';

/** The SDK, pointed at an emulator whose settings and clock a call may change. */
export interface Stage {
  readonly sdk: RunwayML;
  readonly harness: Harness;
}

export const CAT = { type: 'runway-preset', presetId: 'cat-character' } as const;
export const RECEPTIONIST = { type: 'custom', avatarId: ELSEWHERE.avatarId } as const;
export const TOOLS: NonNullable<RunwayML.RealtimeSessionCreateParams['tools']> = [
  { type: 'client_event', name: 'show_map', description: 'Shows a map.' },
  { type: 'backend_rpc', name: 'weather', description: 'Tells the weather.' },
];

/**
 * Three calls, looked at in every state: one that is held with a preset and is still going on, one with
 * a custom avatar that comes to its end, and one that fails before it begins.
 */
export async function holdConversations(
  { sdk, harness }: Stage,
  look: (id: string) => Promise<unknown>,
): Promise<void> {
  const model = 'gwm1_avatars';
  const created = [
    await sdk.realtimeSessions.create({ model, avatar: CAT }),
    await sdk.realtimeSessions.create({
      model,
      avatar: RECEPTIONIST,
      tools: TOOLS,
      maxDuration: 10,
    }),
    await sdk.realtimeSessions.create({ model, avatar: CAT, startScript: '[bad-output]' }),
  ];
  const [held, ended, failed] = created.map(({ id }) => id);
  harness.clock.advance(5_000);
  for (const id of [held, ended]) {
    if (id === undefined) continue;
    const session = await sdk.realtimeSessions.retrieve(id);
    if (session.status !== 'READY') throw new Error(`The session is ${session.status}`);
    const authorization = `Bearer ${session.sessionKey}`;
    const path = `/v1/realtime_sessions/${id}/consume`;
    const reply = await harness.call('POST', path, undefined, { authorization });
    if (reply.status !== 200) throw new Error(reply.body.error);
  }
  harness.clock.advance(11_000);
  for (const id of [held, ended, failed]) if (id !== undefined) await look(id);
}
