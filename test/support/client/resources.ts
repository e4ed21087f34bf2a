import {
  CreateAvatarDocument,
  CreateDocumentDocument,
  CreateRealtimeSessionDocument,
  CreateRouterDocument,
  CreateVoiceDocument,
  GrantResourceDocument,
  type CreateAvatarInput,
  type CreateDocumentInput,
  type CreateRealtimeSessionInput,
  type CreateRouterInput,
  type CreateVoiceInput,
  type ResourceKind,
  type TaskFieldsFragment,
} from '../../../client/src/generated/graphql.js';
import type { TestGateway } from '../gateway/start-gateway.js';

export const AN_AVATAR: CreateAvatarInput = {
  name: 'Ada',
  personality: 'Answers briefly.',
  referenceImage: 'https://assets.example.com/ada.png',
  voice: { runwayLivePreset: { presetId: 'ADRIAN' } },
};

export const A_VOICE: CreateVoiceInput = {
  name: 'Ada',
  from: { audio: { audio: 'https://assets.example.com/ada.mp3' } },
};

export const A_DOCUMENT: CreateDocumentInput = {
  name: 'Opening hours',
  content: 'Monday to Friday, nine to five.',
};

/** What a live session is made of. */
export type SessionInput = CreateRealtimeSessionInput['gwm1Avatars'];

export const A_SESSION = {
  avatar: { runwayPreset: { presetId: 'PRESET_ID_CAT_CHARACTER' } },
} as const satisfies SessionInput;

/** What is made to fail by moderation when it stands in a text. Source: src/emulator/tasks/planned-failure.ts */
export const MODERATED = '[moderated]';

/** Something that a tenant has made: Runway's id of it, and ours of the task. */
export interface Made {
  readonly id: string;
  readonly taskId: string;
}

/** Each makes one thing, with these changes, as the holder of the key; without one: the operator. */
export async function makeAvatar(
  gateway: TestGateway,
  changes: Partial<CreateAvatarInput> = {},
  key?: string,
): Promise<Made> {
  const input = { ...AN_AVATAR, ...changes };
  const { createAvatar } = await gateway.data(CreateAvatarDocument, { input }, key);
  return madeBy(createAvatar);
}

export async function makeVoice(
  gateway: TestGateway,
  changes: Partial<CreateVoiceInput> = {},
  key?: string,
): Promise<Made> {
  const input = { ...A_VOICE, ...changes };
  const { createVoice } = await gateway.data(CreateVoiceDocument, { input }, key);
  return madeBy(createVoice);
}

export async function makeDocument(
  gateway: TestGateway,
  changes: Partial<CreateDocumentInput> = {},
  key?: string,
): Promise<Made> {
  const input = { ...A_DOCUMENT, ...changes };
  const { createDocument } = await gateway.data(CreateDocumentDocument, { input }, key);
  return madeBy(createDocument);
}

export async function makeRouter(
  gateway: TestGateway,
  input: CreateRouterInput,
  key?: string,
): Promise<Made> {
  const { createRouter } = await gateway.data(CreateRouterDocument, { input }, key);
  return madeBy(createRouter);
}

export async function makeSession(
  gateway: TestGateway,
  changes: Partial<SessionInput> = {},
  key?: string,
): Promise<Made> {
  const input = { gwm1Avatars: { ...A_SESSION, ...changes } };
  const { createRealtimeSession } = await gateway.data(
    CreateRealtimeSessionDocument,
    { input },
    key,
  );
  return madeBy(createRealtimeSession);
}

/** An operator gives a tenant what was made elsewhere. */
export async function grant(
  gateway: TestGateway,
  tenant: string,
  kind: ResourceKind,
  id: string,
): Promise<void> {
  await gateway.data(GrantResourceDocument, { input: { tenant, kind, id } });
}

function madeBy({ task }: { readonly task: TaskFieldsFragment }): Made {
  const id = task.runwayTaskId;
  if (id === null) throw new Error('Nothing was made');
  return { id, taskId: task.id };
}
