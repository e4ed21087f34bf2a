import type { JsonObject } from '../input/json.js';

/*
 * One row for each kind of resource. Services, adapters and the graph loop over rows: none of them
 * knows a kind by its name.
 */

/** Ids that a resource refers to, by their kind. */
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
  /** What a credential needs: to read and follow, and to make, change and delete. */
  readonly scopes?: { readonly read: string; readonly write?: string };
  /** True where its creation takes media, so that holders of `write` may send larger bodies. */
  readonly takesMedia?: true;
  /** Members of the list's query that ask for the newest first, where Runway's default is another. */
  readonly newestFirst?: Readonly<Record<string, string>>;
  /** True where Runway answers an update without the resource: it is read afterwards. */
  readonly changeHasNoAnswer?: true;
  /** True where Runway fetches media inside the update: its deadline is that of a submission. */
  readonly changeFetchesMedia?: true;
  /** True where a deleted one can still be read, e.g. as CANCELLED: our row stays. */
  readonly staysReadable?: true;
  /** Statuses in which it has ended already, so no call to Runway is needed. */
  readonly endedStatuses?: readonly string[];

  /** Present for a kind that tenants name by a slug. Runway keeps slugs unique in the account. */
  readonly slug?: { readonly of: (thing: Thing) => string };
  /** Its parent at Runway. Lists can be limited to one parent. */
  readonly parent?: {
    /** Also the member of the list's query that names the parent. */
    readonly kind: string;
    readonly of: (thing: Thing) => string | null;
  };
  /** The kind that turns into this one, under the same id, when it has ended. */
  readonly comesFrom?: string;
  /**
   * The kind that it turns into, and that resource's parent, taken from the request that makes it.
   */
  readonly becomes?: {
    readonly kind: string;
    readonly parentIn: (body: JsonObject) => string | null;
  };

  /** Other tenants' resources that Runway may show in it. */
  readonly references?: {
    readonly of: (thing: Thing) => References;
    /** The same resource without facts about resources that are not the tenant's. */
    readonly without: (thing: Thing, isOwn: (kind: string, id: string) => boolean) => object;
    /** True where it cannot be granted beside a reference that is another tenant's. */
    readonly bindsGrant: boolean;
  };

  /** How the poller reads it while Runway works on it. */
  readonly follow?: {
    /** True while Runway works on it again, so that a task must follow it. */
    readonly needsTask: (thing: Thing) => boolean;
    /** True when a subscription to it can complete. */
    readonly isOver: (thing: Thing) => boolean;
    /** True if its tasks are cancelled when an operator takes it from its tenant. */
    readonly endsWithOwner: boolean;
  };

  /** How an UNCONFIRMED creation is found again. Absent: an operator decides. */
  readonly lost?: {
    /** The member of the request that the name in Runway's list must equal. */
    readonly listedAs: 'name' | 'slug';
    /** Texts that must equal the request's texts, and be empty where the request had none. */
    readonly texts: readonly (keyof Thing & string)[];
    /** The member of the request that Runway uses in place of a missing text. */
    readonly defaults?: Readonly<Record<string, string>>;
  };

  /**
   * Order of deletion with a tenant: lower turns go first. Absent: our row goes, and the resource
   * stays.
   */
  readonly removal?: {
    readonly turn: number;
    /** The kind of its children. Each child is deleted by itself, together with it. */
    readonly children?: string;
  };
}

/** Checks a row against its resource, and keeps its literals. */
export function kindRow<Thing>() {
  return <const Row extends KindRow<Thing>>(row: Row): Row => row;
}
