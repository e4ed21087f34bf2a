import { accessCheck } from './checks/access.js';
import { auditLogCheck } from './checks/audit-log.js';
import { configurationCheck } from './checks/configuration.js';
import { corsCheck } from './checks/cors.js';
import { dependenciesCheck } from './checks/dependencies.js';
import { drillCheck, suiteCheck } from './checks/npm-scripts.js';
import { headersCheck } from './checks/headers.js';
import { permissionsCheck } from './checks/permissions.js';
import { secretsCheck } from './checks/secrets.js';
import { tlsCheck } from './checks/tls.js';
import type { Check } from './check.js';

/** The audit, in order: `audit-log` stops a gateway of the audit's own, so it comes after what asks one. */
export const CHECKS: readonly Check[] = [
  dependenciesCheck,
  configurationCheck,
  headersCheck,
  tlsCheck,
  corsCheck,
  permissionsCheck,
  accessCheck,
  auditLogCheck,
  secretsCheck,
  suiteCheck,
  drillCheck,
];
