import type { AuditedGateway } from '../audited-gateway.js';
import type { Check } from '../check.js';
import { notRun, type Finding } from '../finding.js';

/** Days after which a key without use, or without an end, is a finding. */
const UNUSED_DAYS = 90;
const OLD_DAYS = 365;
const DAY_MS = 86_400_000;
const PAGE = 100;

interface ReviewedKey {
  readonly endless: boolean;
  readonly unused: boolean;
  readonly unusedScopes: readonly string[];
  readonly apiKey: {
    readonly id: string;
    readonly tenant: string;
    readonly createdAt: string;
    readonly scopes: readonly string[];
    readonly allowedAddresses: readonly string[];
  };
}

interface Review {
  readonly accessReview: {
    readonly keys: Page<ReviewedKey>;
    readonly tenantsWithoutBudget: Page<{ readonly id: string }>;
  };
}

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const REVIEW = `query ($days: Int!, $first: Int!, $after: String, $tenantsAfter: String) {
  accessReview(unusedDays: $days) {
    keys(first: $first, after: $after) {
      nodes { endless unused unusedScopes apiKey { id tenant createdAt scopes allowedAddresses } }
      pageInfo { hasNextPage endCursor }
    }
    tenantsWithoutBudget(first: $first, after: $tenantsAfter) {
      nodes { id }
      pageInfo { hasNextPage endCursor }
    }
  }
}`;

export const accessCheck: Check = {
  name: 'access',
  title: `keys that are unused for ${String(UNUSED_DAYS)} days, never end or can too much`,
  asvs: ['V6.4.1', 'V8.2.1', 'V13.2.2'],
  run: async (context) => {
    const gateway = await context.gateway();
    if (gateway.key === undefined) {
      return { findings: [notRun('the access review', 'No --key-file.', 'high')], seen: [] };
    }
    const keys = await allOf(gateway, ({ accessReview }) => accessReview.keys, 'after');
    const tenants = await allOf(
      gateway,
      ({ accessReview }) => accessReview.tenantsWithoutBudget,
      'tenantsAfter',
    );
    // Those of the check `permissions` are gone with their tenant, or end within the hour.
    const reviewed = keys.filter(({ apiKey }) => !apiKey.tenant.startsWith('audit-'));
    const findings = [
      ...reviewed.flatMap((key) => judge(key, context.isOwnGateway)),
      ...tenants
        .filter(({ id }) => !id.startsWith('audit-'))
        .map(({ id }) => withoutBudget(id, context.isOwnGateway)),
    ];
    return { findings, seen: [`${String(reviewed.length)} keys that can be used.`] };
  },
};

async function allOf<Node>(
  gateway: AuditedGateway,
  pageOf: (review: Review) => Page<Node>,
  cursor: string,
): Promise<readonly Node[]> {
  const all: Node[] = [];
  let after: string | null = null;
  do {
    const variables = { days: UNUSED_DAYS, first: PAGE, [cursor]: after };
    const page: Page<Node> = pageOf(await gateway.ask<Review>(REVIEW, variables));
    all.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return all;
}

function judge(
  { endless, unused, unusedScopes, apiKey }: ReviewedKey,
  isOwnGateway: boolean,
): readonly Finding[] {
  const { id, tenant, createdAt, scopes, allowedAddresses } = apiKey;
  const key = `Key ${id} of tenant ${tenant}`;
  const ageDays = Math.floor((Date.now() - Date.parse(createdAt)) / DAY_MS);
  const isOperator = scopes.includes('OPERATOR');
  // The first start of the audit's own gateway has just made its key.
  const severity = (level: Finding['severity']): Finding['severity'] =>
    isOwnGateway ? 'info' : level;
  return [
    ...(unused
      ? [
          {
            severity: severity('medium'),
            text: `${key} was not used for ${String(UNUSED_DAYS)} days.`,
            remedy: 'Revoke it: revokeUnusedKeys.',
          },
        ]
      : []),
    ...(endless
      ? [
          {
            severity: severity(isOperator ? 'medium' : 'low'),
            text: `${key} has no end.`,
            remedy: 'Give it an end: updateApiKey.',
          },
        ]
      : []),
    ...(ageDays > OLD_DAYS
      ? [
          {
            severity: severity('medium'),
            text: `${key} is ${String(ageDays)} days old.`,
            remedy: 'Rotate it: rotateApiKey.',
          },
        ]
      : []),
    ...(!unused && unusedScopes.length > 0
      ? [
          {
            severity: severity('low'),
            text: `${key} never needed ${unusedScopes.join(', ')}.`,
            remedy: 'Take them away: updateApiKey.',
          },
        ]
      : []),
    ...(isOperator && allowedAddresses.length === 0
      ? [
          {
            severity: severity('low'),
            text: `${key} is an operator's and works from every address.`,
            remedy: 'Set allowedAddresses.',
          },
        ]
      : []),
  ];
}

function withoutBudget(id: string, isOwnGateway: boolean): Finding {
  return {
    severity: isOwnGateway ? 'info' : 'medium',
    text: `Tenant ${id} has no budget.`,
    remedy: 'Set one: setBudget.',
    asvs: ['V2.3.2'],
  };
}
