import type {
  AuditLog,
  AuditLogDetails,
  AvatarUsage,
  Organization,
  OrganizationUsage,
  UsageDay,
  WebappUsage,
} from '../../../domain/organization/organization.js';
import type { AnswerObject } from '../outcomes/answer-object.js';

export function readOrganization(answer: AnswerObject): Organization {
  const tier = answer.object('tier');
  const models = tier.object('models');
  const used = answer.objectOrNull('usage')?.objectOrNull('models');
  return {
    creditBalance: answer.signedNumber('creditBalance'),
    maxMonthlyCreditSpend: tier.numberOrNull('maxMonthlyCreditSpend'),
    models: models.keys().map((model) => {
      const limits = models.object(model);
      return {
        model,
        maxConcurrentGenerations: limits.numberOrNull('maxConcurrentGenerations'),
        maxDailyGenerations: limits.numberOrNull('maxDailyGenerations'),
        dailyGenerations: used?.objectOrNull(model)?.numberOrNull('dailyGenerations') ?? 0,
      };
    }),
  };
}

export function readOrganizationUsage(answer: AnswerObject): OrganizationUsage {
  const byApiKey = answer.has('resultsByApiKey') ? answer.objects('resultsByApiKey') : [];
  return {
    results: answer.objects('results').map((day) =>
      readDay(day, (used) => ({
        model: used.text('model'),
        amount: used.signedNumber('amount'),
      })),
    ),
    resultsByApiKey: byApiKey.map((day) =>
      readDay(day, (used) => ({
        apiKeyId: used.text('apiKeyId'),
        amount: used.signedNumber('amount'),
      })),
    ),
  };
}

function readDay<Used>(
  answer: AnswerObject,
  readUsed: (used: AnswerObject) => Used,
): UsageDay<Used> {
  return { date: answer.day('date'), usedCredits: answer.objects('usedCredits').map(readUsed) };
}

export function readAvatarUsage(answer: AnswerObject): AvatarUsage {
  return {
    totalSessions: answer.count('totalSessions'),
    totalSeconds: answer.number('totalSeconds'),
    avgDurationSeconds: answer.number('avgDurationSeconds'),
    byDay: answer.objects('byDay').map((day) => ({
      date: day.day('date'),
      sessions: day.count('sessions'),
      seconds: day.number('seconds'),
    })),
  };
}

export function readWebappUsage(answer: AnswerObject): WebappUsage {
  return {
    timestamp: answer.time('timestamp'),
    email: answer.text('email'),
    tool: answer.text('tool'),
    type: answer.text('type'),
    credits: answer.signedNumber('credits'),
    workspaceId: answer.number('workspaceId'),
    workspaceName: answer.text('workspaceName'),
  };
}

export function readAuditLog(answer: AnswerObject): AuditLog {
  return {
    eventId: answer.id('eventId'),
    timestamp: answer.time('timestamp'),
    action: answer.text('action'),
    actorEmail: answer.textOrNull('actorEmail'),
    actorUsername: answer.textOrNull('actorUsername'),
    actorDeleted: answer.flag('actorDeleted'),
    workspaceId: answer.number('workspaceId'),
    workspaceName: answer.text('workspaceName'),
  };
}

export function readAuditLogDetails(answer: AnswerObject): AuditLogDetails {
  const metadata = answer.object('metadata');
  return {
    ...readAuditLog(answer),
    clientIpAddress: answer.text('clientIpAddress'),
    userAgent: answer.textOrNull('userAgent'),
    requestId: answer.textOrNull('requestId'),
    resourceType: answer.textOrNull('resourceType'),
    resourceId: answer.textOrNull('resourceId'),
    metadata: metadata.keys().map((key) => ({ key, value: metadata.json(key) })),
  };
}
