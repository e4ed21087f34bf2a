import { ok, type Handlers } from '../server/handler.js';
import { timeText } from './objects.js';
import { mapPage, type PageQuery } from '../server/pages.js';
import type { RouterChanges, RouterConfig, RouterRequest } from '../routing/router-configs.js';
import { readQuery, validateBody } from '../server/validation.js';
import type { World } from '../world.js';

export function routerHandlers({ routers }: World) {
  const { all } = routers;
  return {
    'routers.create': ({ method, body }) => {
      validateBody(method, body);
      const { slug, ...rest } = body as RouterChanges & { readonly slug: string };
      return ok(see(routers.create(slug, rest)));
    },
    'routers.retrieve': ({ id }) => ok(see(all.get(id))),
    'routers.list': ({ method, query }) =>
      ok(mapPage(all.page(readQuery(method, query) as PageQuery), see)),
    'routers.update': ({ method, id, body = {} }) => {
      const router = all.get(id);
      validateBody(method, body);
      routers.update(router, body);
      return ok(see(router));
    },
    'routers.delete': ({ id }) => {
      all.delete(all.get(id).id);
      return { status: 204 };
    },
    'routers.listRequests': ({ method, id, query }) => {
      const { requests } = all.get(id);
      const asked = readQuery(method, query) as PageQuery;
      return ok(mapPage(requests.page(asked, { name: `requests ${id}` }), seeRequest));
    },
  } satisfies Handlers;
}

function see(router: RouterConfig): object {
  const { id, slug, name, description, version, settings, createdAtMs, updatedAtMs } = router;
  return {
    id,
    slug,
    name,
    description,
    version,
    settings,
    createdAt: timeText(createdAtMs),
    updatedAt: timeText(updatedAtMs),
  };
}

function seeRequest({ serial: _serial, createdAtMs, ...request }: RouterRequest): object {
  return { ...request, createdAt: timeText(createdAtMs) };
}
