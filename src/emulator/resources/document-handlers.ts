import { invalid, ok, type Handlers } from '../server/handler.js';
import { fileOf } from '../media/files.js';
import { timeText, type Avatar, type Document } from './objects.js';
import { mapPage, type PageQuery } from '../server/pages.js';
import { readQuery, validateBody } from '../server/validation.js';
import type { World } from '../world.js';

interface DocumentBody {
  readonly name: string;
  readonly content: string;
}

interface DocumentListQuery extends PageQuery {
  readonly sort: 'createdAt' | 'updatedAt';
  readonly order: 'asc' | 'desc';
}

export function documentHandlers(world: World) {
  const { documents, avatars, clock } = world;
  return {
    'documents.create': ({ method, body }) => {
      validateBody(method, body);
      const { name, content } = body as DocumentBody;
      const identity = documents.identity();
      const updatedAtMs = identity.createdAtMs;
      return ok(seeWhole(world, documents.add({ ...identity, updatedAtMs, name, content })));
    },
    'documents.retrieve': ({ id }) => ok(seeWhole(world, documents.get(id))),
    'documents.list': ({ method, query }) => {
      const { sort, order, ...asked } = readQuery(method, query) as DocumentListQuery;
      const page = documents.page(asked, {
        name: `documents ${sort} ${order}`,
        placeOf: (document) => [document[`${sort}Ms`], document.serial],
        order,
      });
      const users = usersByDocument(world);
      return ok(mapPage(page, (document) => see(document, users)));
    },
    'documents.update': ({ method, id, body = {} }) => {
      const document = documents.get(id);
      validateBody(method, body);
      const { name, content } = body as Partial<DocumentBody>;
      if (name === undefined && content === undefined) {
        throw invalid([{ code: 'custom', path: [], message: 'At least one field is required' }]);
      }
      document.name = name ?? document.name;
      document.content = content ?? document.content;
      document.updatedAtMs = clock.now().getTime();
      return { status: 204 };
    },
    'documents.delete': ({ id }) => {
      documents.delete(documents.get(id).id);
      for (const avatar of avatars) {
        if (!avatar.documentIds.includes(id)) continue;
        avatar.documentIds = avatar.documentIds.filter((other) => other !== id);
      }
      return { status: 204 };
    },
  } satisfies Handlers;
}

type Users = ReadonlyMap<string, readonly object[]>;

function seeWhole(world: World, document: Document): object {
  return { ...see(document, usersByDocument(world)), content: document.content };
}

function see({ id, name, createdAtMs, updatedAtMs }: Document, users: Users): object {
  return {
    id,
    name,
    type: 'text',
    usedBy: users.get(id) ?? [],
    createdAt: timeText(createdAtMs),
    updatedAt: timeText(updatedAtMs),
  };
}

/** Which avatars each document is attached to; found once for a whole page. */
function usersByDocument({ avatars, outputs }: World): Users {
  const users = new Map<string, object[]>();
  const see = ({ id, name, processing }: Avatar) => ({
    id,
    name,
    imageUrl: processing.status === 'READY' ? outputs.sign(fileOf(id, 'processed')) : null,
  });
  for (const avatar of avatars) {
    for (const documentId of new Set(avatar.documentIds)) {
      const known = users.get(documentId);
      if (known) known.push(see(avatar));
      else users.set(documentId, [see(avatar)]);
    }
  }
  return users;
}
