import { RealtimeSessionDocument } from '../../../client/src/generated/graphql.js';
import type { GatewayStage } from '../gateway/gateway-stage.js';
import { makeSession, type Made, type SessionInput } from './resources.js';
import { joinSession } from '../runway/upstream.js';

/** Lets time pass until the session can be joined; its key. Only its maker is shown one. */
export async function untilJoinable(
  { gateway, clock }: GatewayStage,
  id: string,
  key?: string,
): Promise<string> {
  return await clock.until(async () => {
    const { realtimeSession } = await gateway.data(RealtimeSessionDocument, { id }, key);
    return realtimeSession.sessionKey ?? undefined;
  });
}

/** A session that a participant has joined: its conversation goes on. */
export async function holdConversation(
  stage: GatewayStage,
  changes: Partial<SessionInput> = {},
  key = stage.ann,
): Promise<Made> {
  const made = await makeSession(stage.gateway, changes, key);
  await joinSession(stage.gateway, made.id, await untilJoinable(stage, made.id, key));
  return made;
}
