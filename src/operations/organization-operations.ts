import { query } from './rows.js';
import type { Operation } from './operation.js';

/** Facts about the operator’s Runway account. */
export const organizationOperations = {
  organization: query(
    'operator',
    'The Runway account: its credits, its limits by model, and today’s use of them.',
    { sdk: ['organization.retrieve'] },
  ),
  organizationUsage: query(
    'operator',
    'Credits that the Runway account used, by model and UTC day.',
    { sdk: ['organization.retrieveUsage'], cost: 10 },
  ),
  avatarUsage: query('operator', 'How the avatars of the whole Runway account were used.', {
    sdk: ['avatars.getUsage'],
    cost: 10,
  }),
  organizationWebappUsage: query(
    'operator',
    'Credits used in the Runway workspaces that are linked to the account, by person.',
    { sdk: ['organization.webapp.listUsage'], cost: 10 },
  ),
  organizationWebappAuditLogs: query(
    'operator',
    'What people did in the Runway workspaces that are linked to the account.',
    {
      sdk: ['organization.webapp.auditLogs.list'],
      cost: 10,
      strings: { 'filter.actions[]': 'upstreamConstant', 'filter.actorEmails[]': 'text' },
    },
  ),
  organizationWebappAuditLog: query(
    'operator',
    'One entry of the audit log of the linked Runway workspaces.',
    { sdk: ['organization.webapp.auditLogs.retrieve'] },
  ),
} as const satisfies Record<string, Operation>;
