import type { JsonObject } from '../input/json.js';

/*
 * One row for each kind of resource. Services, adapters and the graph loop over rows: none of them
 * knows a kind by its name.
 */

/** Ids that a resource names, by the kind of what they name. */
export type References = Readonly<Record<string, readonly string[]>>;

export interface KindRow<Thing = never> {
  /** Runway's SDK methods. A kind without one of them cannot be made, read, listed, … here. */
  readonly sdk: {
    readonly create?: string;
    readonly retrieve?: string;
    readonly list?: string;
    readonly update?: string;
    readonly delete?: string;
  };
  /** Members of the list's query that ask for the newest first, where Runway's default is another. */
  readonly newestFirst?: Readonly<Record<string, string>>;
  /** True where Runway answers an update without the resource: it is read afterwards. */
  readonly changeHasNoAnswer?: true;
  /** True where Runway fetches media inside the update: its deadline is that of a submission. */
  readonly changeFetchesMedia?: true;
  /** True where a deleted one can still be read, e.g. as CANCELLED: our row stays. */
  readonly staysReadable?: true;
  /** Statuses in which Runway need not be told to end it. */
  readonly endedStatuses?: readonly string[];

  /** Where tenants name it by a slug, which Runway keeps unique in the account. */
  readonly slug?: { readonly of: (thing: Thing) => string };
  /** What it belongs to at Runway: lists can be narrowed to one parent. */
  readonly parent?: {
    /** Also the member of the list's query that names the parent. */
    readonly kind: string;
    readonly of: (thing: Thing) => string | null;
  };
  /** The kind that turns into this one, under the same id, when it has ended. */
  readonly comesFrom?: string;
  /** The kind that it turns into, and the parent of that, as the request to make it says. */
  readonly becomes?: {
    readonly kind: string;
    readonly parentIn: (body: JsonObject) => string | null;
  };

  /** Other tenants' resources that Runway may show in it. */
  readonly references?: {
    readonly of: (thing: Thing) => References;
    /** The same without what tells of resources that are not the tenant's. */
    readonly without: (thing: Thing, isOwn: (kind: string, id: string) => boolean) => object;
    /** True where it cannot be granted beside a reference that is another tenant's. */
    readonly bindsGrant: boolean;
  };

  /** Where Runway works on it for a while: which of the known ways the poller reads it in. */
  readonly follow?: {
    /** True while Runway works on it again, so that a task must follow it. */
    readonly needsTask: (thing: Thing) => boolean;
    /** True when a subscription to it has nothing more to wait for. */
    readonly isOver: (thing: Thing) => boolean;
    /** True where its tasks are cancelled when it is taken from its tenant. */
    readonly endsWithOwner: boolean;
  };

  /** How an UNCONFIRMED creation is found again. Absent: an operator decides. */
  readonly lost?: {
    /** The member of the request that the name in Runway's list must equal. */
    readonly listedAs: 'name' | 'slug';
    /** Texts that must be as they were sent, and empty where none was sent. */
    readonly texts: readonly (keyof Thing & string)[];
    /** What Runway takes for a text that was not sent: another member of the request. */
    readonly defaults?: Readonly<Record<string, string>>;
  };

  /** When a tenant is deleted: lower turns first. Absent: our row goes, the resource stays. */
  readonly removal?: {
    readonly turn: number;
    /** Resources that are deleted with it, each by itself: all of this kind of which it is the parent. */
    readonly children?: string;
  };
}

/** Checks a row against its resource, and keeps its literals. */
export function kindRow<Thing>() {
  return <const Row extends KindRow<Thing>>(row: Row): Row => row;
}
