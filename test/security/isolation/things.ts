import { randomBytes, randomUUID } from 'node:crypto';
import {
  kindsWhere,
  type ListableKind,
  type ReadableKind,
} from '../../../src/domain/resource/kinds.js';

/** Kinds of which a tenant knows single resources by their ids. */
export const KINDS = kindsWhere(({ sdk }) => sdk.retrieve !== undefined) as readonly ReadableKind[];

/** What else a tenant has of which it can tell the name. */
type OtherThing =
  | 'task'
  | 'liveTask'
  | 'endedTask'
  | 'runwayTask'
  | 'routerSlug'
  | 'image'
  | 'video'
  | 'audio'
  | 'label'
  | 'idempotencyKey'
  | 'tenant'
  | 'apiKey'
  | 'webhook'
  | 'webhookDelivery'
  | 'apiKeyCursor'
  | 'auditCursor'
  | 'webhookCursor'
  | 'webhookDeliveryCursor'
  | 'taskCursor'
  | 'routerRequestCursor'
  | 'eventCursor';

/** What a tenant has of which it can tell the name: ids, slugs, uploads, texts and cursors. */
export type Thing = OtherThing | ReadableKind | `${ListableKind}Cursor`;

export type Things = Readonly<Partial<Record<Thing, string>>>;

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const UPLOAD = 'runway://';

/** A name of the same form that no thing has. */
export function unusedName(name: string): string {
  if (name.startsWith(UPLOAD)) return `${UPLOAD}${randomText(name.length - UPLOAD.length)}`;
  const inside = Buffer.from(name, 'base64url').toString('latin1');
  const event = /^event (\d+)$/.exec(inside)?.[1];
  if (event !== undefined) return encode(`event ${String(Number(event) + 1)}`);
  // At the same place between the things that are there: what follows it is the same.
  if (/^(task|resource|page|audit|webhook|webhookDelivery) /.test(inside))
    return encode(inside.replaceAll(UUID, neighbour));
  if (inside.startsWith('apiKey ')) {
    // Ids of keys are letters and digits; the next one, or the one before.
    return encode(inside.replace(/.$/, (end) => (end === '0' ? '1' : previous(end))));
  }
  const replaced = name.replaceAll(UUID, () => randomUUID());
  return replaced === name ? randomText(name.length) : replaced;
}

/** The next id, or the one before. */
function neighbour(id: string): string {
  const digit = Number.parseInt(id.slice(-1), 16);
  return `${id.slice(0, -1)}${(digit ^ 1).toString(16)}`;
}

function previous(character: string): string {
  return character === 'a' ? 'b' : String.fromCharCode(character.charCodeAt(0) - 1);
}

/** Begins with a letter, so that it may be a slug. */
function randomText(length: number): string {
  return `x${randomBytes(length).toString('hex')}`.slice(0, length);
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}
