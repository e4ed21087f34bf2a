import type { Request } from '../../support/client/wire.js';
import { documentOf } from './graph-calls.js';
import { follow, send, stream } from './load-kinds.js';
import type { Things } from './things.js';
import type { World } from './world.js';

/** A request that both tenants send at once, each about what it has. */
export interface LoadRequest {
  /** How often it comes, beside the others. */
  readonly weight: number;
  readonly by: typeof send;
  /** Whether it can be sent again when its answer was not waited for. */
  readonly repeats: boolean;
  of(own: Things, theirs: Things): Request;
  /** What the answer must show; `undefined`: nothing in particular. */
  shows?(own: Things): string | undefined;
}

/** Mostly reads; some changes, some new tasks, some streams, and some reads of the other's things. */
export function loadRequests({ stage }: World): readonly LoadRequest[] {
  const document = (name: string): string => documentOf(stage.field(name));
  const read = (weight: number, name: string, thing: keyof Things): LoadRequest => ({
    weight,
    by: send,
    repeats: true,
    of: (own) => ({ query: document(name), variables: { id: own[thing] } }),
    shows: (own) => own[thing],
  });
  const list = (weight: number, name: string): LoadRequest => ({
    weight,
    by: send,
    repeats: true,
    of: () => ({ query: document(name), variables: { first: 5 } }),
    shows: () => `"${name}"`,
  });
  const followed = (weight: number, by: typeof send): LoadRequest => ({
    weight,
    by,
    repeats: true,
    of: (own) => ({ query: document('taskUpdated'), variables: { id: own.task } }),
    shows: (own) => own.task,
  });
  return [
    list(20, 'tasks'),
    list(4, 'avatars'),
    list(4, 'documents'),
    list(3, 'voices'),
    list(3, 'routers'),
    list(2, 'avatarConversations'),
    read(14, 'task', 'task'),
    read(5, 'avatar', 'avatar'),
    read(5, 'document', 'document'),
    read(3, 'voice', 'voice'),
    read(2, 'router', 'router'),
    {
      // Through one DataLoader: own, the other's and own again.
      weight: 8,
      by: send,
      repeats: true,
      of: (own, theirs) => ({
        query: `query ($own: ID!, $theirs: ID!, $document: ID!, $voice: ID!) {
          a: avatar(id: $own) { id name personality voice { name } documentIds }
          b: avatar(id: $theirs) { id name }
          c: avatar(id: $own) { id startScript }
          d: document(id: $document) { id name content usedBy { avatarId name } }
          e: voice(id: $voice) { id name description }
          viewer { subject budget { spent } }
        }`,
        variables: {
          own: own.avatar,
          theirs: theirs.avatar,
          document: own.document,
          voice: own.voice,
        },
      }),
      shows: () => 'NOT_FOUND',
    },
    {
      // The very same text and variables from both: one has it, for the other it is not there.
      weight: 10,
      by: send,
      repeats: true,
      of: (own, theirs) => {
        const id = [own.task ?? '', theirs.task ?? ''].sort().at(0) ?? '';
        return { query: document('task'), variables: { id } };
      },
    },
    {
      weight: 3,
      by: send,
      repeats: true,
      of: (own) => ({
        query:
          'mutation ($id: ID!, $name: String!) { updateDocument(id: $id, input: { name: $name }) { document { id name } } }',
        variables: { id: own.document, name: own.label },
      }),
      shows: (own) => own.label,
    },
    {
      weight: 3,
      by: send,
      repeats: false,
      of: (own) => ({
        query:
          'mutation ($text: String!) { createTextToVideo(input: { gen4_5: { promptText: $text, ratio: RATIO_1280_720, duration: 5 } }, label: $text) { task { id label input } } }',
        variables: { text: own.label },
      }),
      shows: (own) => own.label,
    },
    followed(5, follow),
    followed(3, stream),
    {
      weight: 3,
      by: follow,
      repeats: true,
      of: (own) => ({
        query: document('tasksUpdated'),
        variables: { after: own.eventCursor },
      }),
      shows: () => '"task"',
    },
  ];
}
