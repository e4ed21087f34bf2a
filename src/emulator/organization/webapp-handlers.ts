import { RESPONSE_SCHEMAS } from '../../generated/facts/response-schemas.js';
import { invalid, ok, refuse, type Handlers } from '../server/handler.js';
import { pageOf, type PageQuery } from '../server/pages.js';
import { ELSEWHERE } from '../resources/seeded.js';
import { readQuery } from '../server/validation.js';
import { AUDIT_LOG, USAGE, type AuditLogEntry } from './webapp-records.js';

/** Names in a comma-separated list. Source: the SDK's comments on auditLogs.list. */
const NAMES_MAX = 50;

/** The actions that an entry can have are those that one may ask for. */
const { action: ACTION } = (
  RESPONSE_SCHEMAS['organization.webapp.auditLogs.list'] as {
    properties: { data: { items: { properties: { action: { enum: readonly string[] } } } } };
  }
).properties.data.items.properties;

interface WindowQuery extends PageQuery {
  readonly from?: string;
  readonly to?: string;
  readonly organizationId?: string;
  readonly workspaceIds?: string;
}

interface AuditLogQuery extends WindowQuery {
  readonly actions?: string;
  readonly actorEmails?: string;
}

export const webappHandlers = {
  'organization.webapp.listUsage': ({ method, query }) => {
    const asked = readQuery(method, query) as WindowQuery;
    return ok(pageOf(within(USAGE, asked), asked, { name: method, placeOf: placeIn(USAGE) }));
  },
  'organization.webapp.auditLogs.list': ({ method, query }) => {
    const asked = readQuery(method, query) as AuditLogQuery;
    const actions = namesIn(asked, 'actions');
    const unknown = [...(actions ?? [])].some((action) => !ACTION.enum.includes(action));
    if (unknown) throw refuseQuery('actions', 'No such action');
    const emails = namesIn(asked, 'actorEmails');
    const found = within(AUDIT_LOG, asked).filter(
      ({ action, actorEmail }) =>
        (actions?.has(action) ?? true) && (emails?.has(actorEmail ?? '') ?? true),
    );
    const page = pageOf(found, asked, { name: method, placeOf: placeIn(AUDIT_LOG) });
    return ok({ ...page, data: page.data.map(summarize) });
  },
  'organization.webapp.auditLogs.retrieve': ({ method, id, query }) => {
    checkOrganization(readQuery(method, query));
    const entry = AUDIT_LOG.find(({ eventId }) => eventId === id);
    if (!entry) throw refuse(404, 'Could not find Audit Log entry');
    return ok(entry);
  },
} satisfies Handlers;

/** The rows in the time and of the workspaces that were asked for. */
function within<Row extends { readonly timestamp: string; readonly workspaceId: number }>(
  rows: readonly Row[],
  asked: WindowQuery,
): Row[] {
  checkOrganization(asked);
  const workspaces = namesIn(asked, 'workspaceIds');
  const fromMs = asked.from === undefined ? -Infinity : Date.parse(asked.from);
  const toMs = asked.to === undefined ? Infinity : Date.parse(asked.to);
  return rows.filter(({ timestamp, workspaceId }) => {
    const atMs = Date.parse(timestamp);
    return atMs >= fromMs && atMs < toMs && (workspaces?.has(String(workspaceId)) ?? true);
  });
}

/** Refused with 404: there is one organisation that is linked. */
function checkOrganization({ organizationId }: WindowQuery): void {
  if (organizationId === undefined || organizationId === ELSEWHERE.organizationId) return;
  throw refuse(404, 'Could not find Organization');
}

function namesIn<Name extends string>(
  query: Readonly<Partial<Record<Name, unknown>>>,
  name: Name,
): ReadonlySet<string> | undefined {
  const text = query[name];
  if (typeof text !== 'string') return undefined;
  const names = text.split(',');
  if (names.length <= NAMES_MAX && names.every((one) => one !== '')) return new Set(names);
  throw refuseQuery(name, `Expected up to ${String(NAMES_MAX)} names with commas between them`);
}

function refuseQuery(name: string, message: string): Error {
  return invalid([{ code: 'custom', path: [name], message }], 'query');
}

function placeIn<Row extends { readonly timestamp: string }>(rows: readonly Row[]) {
  return (row: Row) => [Date.parse(row.timestamp), rows.indexOf(row)] as const;
}

/** The list leaves out what tells more than who did what, when and where. */
function summarize(entry: AuditLogEntry): object {
  const { eventId, timestamp, action, actorEmail, actorUsername, actorDeleted } = entry;
  const { workspaceId, workspaceName } = entry;
  return {
    eventId,
    timestamp,
    action,
    actorEmail,
    actorUsername,
    actorDeleted,
    workspaceId,
    workspaceName,
  };
}
