/** Limits on the requests that a tenant or key may submit to Runway; null: no restriction. */
export interface AccessPolicy {
  /** Root fields that submit a request. */
  readonly operations: readonly string[] | null;
  /** Runway's names, e.g. `gen4.5`. */
  readonly models: readonly string[] | null;
  /** Credits that one request may cost, by its estimate. */
  readonly creditsPerRequestMax: number | null;
}

/** The policies that hold for a viewer; null: none. Each can refuse a request alone. */
export interface ViewerPolicies {
  readonly tenant: AccessPolicy | null;
  readonly key: AccessPolicy | null;
}

/** A member that is absent stays as it is. */
export type PolicyChange = { readonly [Member in keyof AccessPolicy]?: AccessPolicy[Member] };

export const NO_POLICY: AccessPolicy = {
  operations: null,
  models: null,
  creditsPerRequestMax: null,
};

/** The facts of a request that policies check. */
export interface PolicedRequest {
  readonly operation: string;
  /** Null where the request names none. */
  readonly model: string | null;
  /** Whether Runway uses a model that the request does not name. */
  readonly isModelChosenElsewhere: boolean;
}

export type PolicyMember = keyof AccessPolicy;

/**
 * The first member of the policy that forbids the request; undefined when all permit it. Where
 * Runway or a router chooses the model, the gateway cannot enforce a list of models. Then
 * `operations` must name the operation.
 */
export function forbiddingMember(
  policy: AccessPolicy,
  request: PolicedRequest,
  credits = 0,
): PolicyMember | undefined {
  const { operations, models, creditsPerRequestMax } = policy;
  const { operation, model, isModelChosenElsewhere } = request;
  const isNamed = operations?.includes(operation) === true;
  if (operations !== null && !isNamed) return 'operations';
  if (models !== null && model !== null && !models.includes(model)) return 'models';
  if (models !== null && model === null && isModelChosenElsewhere && !isNamed) return 'models';
  if (creditsPerRequestMax !== null && credits > creditsPerRequestMax)
    return 'creditsPerRequestMax';
  return undefined;
}

/** Whether the policy restricts anything. */
export function isRestricting({ operations, models, creditsPerRequestMax }: AccessPolicy): boolean {
  return operations !== null || models !== null || creditsPerRequestMax !== null;
}
