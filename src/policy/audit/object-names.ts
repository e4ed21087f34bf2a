/** Arguments that name something, by what they end with, and what they name. */
const NAMING: Readonly<Record<string, string>> = {
  id: 'id',
  tenant: 'tenant',
  key: 'key',
  taskIds: 'task',
};

/** Ids of ours and of Runway's; no credential, address or words look like one. */
const ID = /^[0-9a-z](?:[0-9a-z-]{0,62}[0-9a-z])?$/;

const NAMES_MAX = 10;

/** What the arguments of a field name by id, e.g. `tenant:acme`: of all else nothing is told. */
export function namesIn(args: Readonly<Record<string, unknown>>): readonly string[] {
  const { input, ...own } = args;
  const inner = isObject(input) ? input : {};
  const names = Object.entries(NAMING).flatMap(([argument, kind]) =>
    [own[argument], inner[argument]]
      .flat()
      .filter((id): id is string => typeof id === 'string' && ID.test(id))
      .map((id) => `${kind}:${id}`),
  );
  return names.slice(0, NAMES_MAX);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
