import type { Environment } from '../../src/config/config.js';
import type { RequirementId } from '../../test/security/asvs/requirements.js';
import type { CheckResult } from './finding.js';
import type { AuditedGateway } from './audited-gateway.js';

/** What a check may use. */
export interface AuditContext {
  /** The gateway that is audited. Throws when there is none, for example before a build. */
  gateway(): Promise<AuditedGateway>;
  /** Stops the gateway if the audit has started it: the embedded store has one user at a time. */
  releaseStore(): Promise<void>;
  /** Settings of the gateway: of the hardened profile, or of this shell. */
  readonly environment: Environment;
  /** Whether the audit has started the gateway itself. */
  readonly isOwnGateway: boolean;
  /** Leave out what takes minutes. */
  readonly isQuick: boolean;
}

/** One part of the audit. */
export interface Check {
  readonly name: string;
  /** What it looks at, for the report. */
  readonly title: string;
  readonly asvs: readonly RequirementId[];
  run(context: AuditContext): Promise<CheckResult>;
}
