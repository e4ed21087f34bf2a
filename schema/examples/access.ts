import type { Chapter } from './example.js';

export const access: Chapter = {
  title: 'Your own credential',
  examples: [
    { document: 'Viewer' },
    { document: 'ViewerCredential' },
    { document: 'ViewerBudget' },
    { document: 'ViewerPolicy' },
    {
      document: 'IssueToken',
      variables: {
        input: { expiresInSeconds: 600, scopes: ['GENERATE_VIDEO', 'TASK_READ'], creditsMax: 120 },
      },
    },
  ],
};

/** For operators. */
export const tenants: Chapter = {
  title: 'Tenants, keys, budgets',
  examples: [
    { document: 'CreateTenant', variables: { input: { id: 'studio', name: 'Studio' } } },
    { document: 'Tenants', variables: { first: 10 } },
    { document: 'TenantDetails' },
    {
      document: 'CreateApiKey',
      variables: {
        input: { tenant: 'studio', name: 'Web shop', scopes: ['GENERATE_VIDEO', 'TASK_READ'] },
      },
      keeps: { keyId: 'createApiKey.apiKey.id' },
    },
    { document: 'ApiKeys', variables: { tenant: 'studio' } },
    {
      document: 'UpdateApiKey',
      variables: { id: '{{keyId}}', input: { allowedAddresses: ['203.0.113.0/24'] } },
    },
    {
      document: 'SetKeyPolicy',
      variables: { input: { key: '{{keyId}}', models: ['gen4.5'], creditsPerRequestMax: 120 } },
    },
    { document: 'RotateApiKey', variables: { id: '{{keyId}}', overlapSeconds: 3600 } },
    {
      document: 'SetBudget',
      variables: { input: { tenant: 'studio', period: 'MONTH', creditsMax: 10000 } },
    },
    {
      document: 'SetTenantPolicy',
      variables: { input: { tenant: 'studio', creditsPerRequestMax: 500 } },
    },
    {
      document: 'SetTenantLimits',
      variables: { id: 'studio', liveTasksMax: 20, ratePercent: 50 },
    },
    { document: 'SuspendTenant', variables: { id: 'studio' } },
    { document: 'ResumeTenant', variables: { id: 'studio' } },
    { document: 'AccessReview', variables: { unusedDays: 90 } },
    { document: 'RevokeUnusedKeys', variables: { days: 90 } },
    { document: 'RevokeApiKey', variables: { id: '{{keyId}}' } },
    { document: 'AuditEvents', variables: { tenant: 'studio', first: 10 } },
    {
      document: 'SecurityAlerts',
      variables: { filter: { rule: 'denials_of_caller' }, first: 10 },
      when: 'suspected',
      keeps: { alertId: 'securityAlerts.nodes.0.id' },
    },
    // From the first alert on.
    { document: 'SecurityAlertRaised', variables: { after: 'YWxlcnQgMA' } },
    { document: 'LiftAlertAnswer', variables: { id: '{{alertId}}' } },
  ],
};

/** For operators. */
export const account: Chapter = {
  title: 'Runway’s account',
  examples: [
    { document: 'UnownedResources', variables: { kind: 'AVATAR' } },
    {
      document: 'GrantResource',
      variables: {
        input: { kind: 'AVATAR', id: '5f0c4b9e-2d17-4a63-9b0e-7c1d8e5a2f34', tenant: 'studio' },
      },
    },
    {
      document: 'RevokeResource',
      variables: { kind: 'AVATAR', id: '5f0c4b9e-2d17-4a63-9b0e-7c1d8e5a2f34' },
    },
    { document: 'Organization' },
    { document: 'OrganizationUsage', variables: { from: '2026-01-01', before: '2026-01-31' } },
    { document: 'AvatarUsage', variables: { from: '2026-01-01', before: '2026-01-31' } },
    {
      document: 'OrganizationWebappUsage',
      variables: {
        filter: { from: '2026-01-01T00:00:00Z', before: '2026-01-31T00:00:00Z' },
      },
    },
    {
      document: 'OrganizationWebappAuditLogs',
      variables: { first: 10 },
      keeps: { logId: 'organizationWebappAuditLogs.edges.0.node.eventId' },
    },
    { document: 'OrganizationWebappAuditLog', variables: { id: '{{logId}}' } },
    {
      document: 'SetRunwayCredential',
      variables: { input: { tenant: 'studio', secret: 'key_of_the_studio' } },
    },
    { document: 'RunwayAccount', variables: { tenant: 'studio' } },
    { document: 'RemoveRunwayCredential', variables: { tenant: 'studio' } },
    { document: 'SetOperatorCredential', variables: { input: { secret: 'key_of_the_operator' } } },
    { document: 'OperatorCredential' },
    { document: 'RemoveOperatorCredential' },
    { document: 'DeleteTenant', variables: { id: 'studio' } },
  ],
};
