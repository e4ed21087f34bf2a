import { type ResourceKind, rowOf } from '../../domain/resource/kinds.js';
import { createHash } from 'node:crypto';
import { inputTexts, type InputText } from '../../domain/input/input-values.js';
import type { JsonValue } from '../../domain/input/json.js';
import { isSameOrganization } from '../../domain/account/runway-account.js';
import { GatewayError, type InputIssue } from '../../errors.js';
import { stringClassOf } from '../../operations/string-class.js';
import type { AccountRoutes } from '../../ports/accounts/account-routes.js';
import type { CheckedInput, InputOutputs } from '../lineage/input-outputs.js';
import type { Resource, ResourceStore } from '../../ports/resources/resource-store.js';

/**
 * The form of Runway's ids and of slugs. Any other text has no owner, and the gateway does not ask
 * the store.
 */
const ID_FORM = /^[\x21-\x7e]{1,5000}$/;

/** The prefix of the address of uploaded media. */
const UPLOAD_SCHEME = 'runway://';

/** Runway's slugs have at most 64 characters; this many are the tenant's prefix. */
export const SLUG_PREFIX_LENGTH = 12;

export interface OwnershipOptions {
  readonly store: ResourceStore;
  readonly outputs: Pick<InputOutputs, 'issuesIn'>;
  /** The account of a sole tenant's resources that have no row. */
  readonly accounts: AccountRoutes;
  /** One tenant has the Runway account to itself: everything in it is its own. */
  readonly isSoleTenant: boolean;
}

/** A resource that a tenant may use: the facts that Runway does not report. */
export type Owned = Omit<Resource, 'tenantId' | 'kind' | 'parentId'>;

/** The default facts of a sole tenant's resource that has no row. */
const UNNOTED = {
  alias: null,
  runwaySlug: null,
  owner: '',
  createdAt: new Date(0),
  grantedAt: null,
} as const;

/** The wall between tenants. Checks who owns a resource before any call upstream. */
export class Ownership {
  readonly #options: OwnershipOptions;

  constructor(options: OwnershipOptions) {
    this.#options = options;
  }

  get isSoleTenant(): boolean {
    return this.#options.isSoleTenant;
  }

  /** Those of the ids that the tenant may use, by id. */
  async find(
    tenantId: string,
    kind: ResourceKind,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, Owned>> {
    const { store, accounts, isSoleTenant } = this.#options;
    const possible = ids.filter((id) => ID_FORM.test(id));
    const found = new Map<string, Owned>();
    if (isSoleTenant) {
      for (const runwayId of possible) {
        found.set(runwayId, { ...UNNOTED, runwayId, runwayAccount: accounts.of(tenantId) });
      }
    }
    for (const resource of await store.findOwned(tenantId, kind, possible)) {
      found.set(resource.runwayId, resource);
    }
    return found;
  }

  /**
   * A slug as Runway knows it; undefined when the tenant has no resource of that kind and slug in
   * the account.
   */
  async findRunwaySlug(
    tenantId: string,
    kind: ResourceKind,
    slug: string,
    runwayAccount: string,
  ): Promise<string | undefined> {
    const { store, isSoleTenant } = this.#options;
    if (!ID_FORM.test(slug)) return undefined;
    const named = await store.findByAlias(tenantId, kind, slug);
    if (named === undefined) return isSoleTenant ? slug : undefined;
    if (!isSameOrganization(named.runwayAccount, runwayAccount)) return undefined;
    return named.runwaySlug ?? (isSoleTenant ? slug : undefined);
  }

  /** Whether the tenant has a resource of that kind and slug, in any account. */
  async hasSlug(tenantId: string, kind: ResourceKind, slug: string): Promise<boolean> {
    if (!ID_FORM.test(slug)) return false;
    return (await this.#options.store.findByAlias(tenantId, kind, slug)) !== undefined;
  }

  /**
   * The form of a tenant's new slug at Runway, where slugs are unique in the account. A collision
   * would reveal that another tenant's slug exists.
   */
  newRunwaySlug(tenantId: string, slug: string): string {
    return this.#options.isSoleTenant ? slug : `${slugPrefix(tenantId)}${slug}`;
  }

  /**
   * Throws BAD_USER_INPUT when the input of an operation names a resource that the tenant may not
   * use with the account, or an output that cannot be its medium. Another tenant's thing and a
   * missing one get the same error. Issues come in the order of the input.
   */
  async checkInput(tenantId: string, checked: CheckedInput, runwayAccount: string): Promise<void> {
    const issues = [
      ...(await this.#issuesIn(tenantId, checked, runwayAccount)),
      ...(await this.#options.outputs.issuesIn(tenantId, checked)),
    ];
    if (issues.length === 0) return;
    const places = inputTexts(checked.input).map(({ path }) => `input.${path}`);
    throwAny(issues.sort((a, b) => places.indexOf(a.path) - places.indexOf(b.path)));
  }

  /** The same of resources alone: an output that has been accepted is not looked at again. */
  async checkResources(
    tenantId: string,
    checked: CheckedInput,
    runwayAccount: string,
  ): Promise<void> {
    throwAny(await this.#issuesIn(tenantId, checked, runwayAccount));
  }

  async #issuesIn(
    tenantId: string,
    { operation, input }: CheckedInput,
    runwayAccount: string,
  ): Promise<InputIssue[]> {
    const references = referencesIn(operation, input);
    const issues: InputIssue[] = [];
    for (const [kind, texts] of references) {
      const known = await this.#known(tenantId, kind, texts, runwayAccount);
      for (const { path, text } of texts) {
        const place = known.get(text);
        if (place === 'here') continue;
        issues.push({ path: `input.${path}`, ...PROBLEMS[place ?? 'nowhere'] });
      }
    }
    return issues;
  }

  async #known(
    tenantId: string,
    kind: ResourceKind,
    texts: readonly InputText[],
    runwayAccount: string,
  ): Promise<ReadonlyMap<string, Place>> {
    const wanted = [...new Set(texts.map(({ text }) => text))];
    const places = new Map<string, Place>();
    if (rowOf(kind).slug !== undefined) {
      for (const slug of wanted) {
        const place = await this.#placeOfSlug(tenantId, kind, slug, runwayAccount);
        if (place !== undefined) places.set(slug, place);
      }
      return places;
    }
    for (const [id, row] of await this.find(tenantId, kind, wanted)) {
      // Only Runway knows where a sole tenant's resource without a row is.
      const isHere = isUnnoted(row) || isSameOrganization(row.runwayAccount, runwayAccount);
      places.set(id, isHere ? 'here' : 'elsewhere');
    }
    return places;
  }

  async #placeOfSlug(
    tenantId: string,
    kind: ResourceKind,
    slug: string,
    runwayAccount: string,
  ): Promise<Place | undefined> {
    const runwaySlug = await this.findRunwaySlug(tenantId, kind, slug, runwayAccount);
    if (runwaySlug !== undefined) return 'here';
    return (await this.hasSlug(tenantId, kind, slug)) ? 'elsewhere' : undefined;
  }
}

function throwAny(issues: readonly InputIssue[]): void {
  if (issues.length > 0) throw new GatewayError('BAD_USER_INPUT', { issues });
}

/** Whether a tenant's resource is in the account of a request, or in another account. */
type Place = 'here' | 'elsewhere';

const PROBLEMS = {
  nowhere: { rule: 'reference', message: 'There is no such thing, or you may not use it.' },
  elsewhere: {
    rule: 'account',
    message: 'It was made with another Runway account than this request uses.',
  },
} as const;

function isUnnoted({ owner, createdAt }: Owned): boolean {
  return owner === UNNOTED.owner && createdAt.getTime() === UNNOTED.createdAt.getTime();
}

function slugPrefix(tenantId: string): string {
  const hash = createHash('sha256').update(tenantId).digest('hex');
  return `t${hash.slice(0, SLUG_PREFIX_LENGTH - 2)}-`;
}

/**
 * The resources that an input names, by kind. A `runway://` uri anywhere but in a plain text is an
 * upload.
 */
function referencesIn(
  operation: string,
  input: JsonValue,
): ReadonlyMap<ResourceKind, readonly InputText[]> {
  const references = new Map<ResourceKind, InputText[]>();
  for (const found of inputTexts(input)) {
    const kind = kindOf(operation, found);
    if (kind === undefined) continue;
    references.set(kind, [...(references.get(kind) ?? []), found]);
  }
  return references;
}

function kindOf(operation: string, { pattern, text }: InputText): ResourceKind | undefined {
  const stringClass = stringClassOf(operation, pattern);
  if (typeof stringClass === 'object') return stringClass.reference;
  if (stringClass !== undefined) return undefined;
  return text.startsWith(UPLOAD_SCHEME) ? 'upload' : undefined;
}
