import * as z from 'zod';
import type {
  AuditLog,
  AuditLogDetails,
  AvatarUsage,
  Organization,
  OrganizationUsage,
  WebappUsage,
} from '../../../domain/organization/organization.js';
import {
  amount,
  count,
  day,
  entriesOf,
  flag,
  id,
  json,
  listOf,
  listOrEmpty,
  member,
  object,
  orNull,
  signedAmount,
  text,
  time,
  type Shape,
} from '../outcomes/answer-shapes.js';

const modelLimits = z.object({
  maxConcurrentGenerations: orNull(amount),
  maxDailyGenerations: orNull(amount),
});

const modelUse = orNull(z.object({ dailyGenerations: orNull(amount) }));

export const organization: Shape<Organization> = z
  .object({
    creditBalance: signedAmount,
    tier: z.object({ maxMonthlyCreditSpend: orNull(amount), models: entriesOf(modelLimits) }),
    usage: orNull(z.object({ models: orNull(object) })),
  })
  .transform(({ creditBalance, tier, usage }, context) => ({
    creditBalance,
    maxMonthlyCreditSpend: tier.maxMonthlyCreditSpend,
    models: tier.models.map(({ key: model, value: limits }) => {
      const used = member(context, model, modelUse, usage?.models?.[model]);
      return { model, ...limits, dailyGenerations: used?.dailyGenerations ?? 0 };
    }),
  }));

const usageDays = <T extends z.ZodRawShape>(used: T) =>
  z.object({ date: day, usedCredits: listOf(z.object({ ...used, amount: signedAmount })) });

export const organizationUsage: Shape<OrganizationUsage> = z.object({
  results: listOf(usageDays({ model: text })),
  resultsByApiKey: listOrEmpty(usageDays({ apiKeyId: text })),
});

export const avatarUsage: Shape<AvatarUsage> = z.object({
  totalSessions: count,
  totalSeconds: amount,
  avgDurationSeconds: amount,
  byDay: listOf(z.object({ date: day, sessions: count, seconds: amount })),
});

export const webappUsage: Shape<WebappUsage> = z.object({
  timestamp: time,
  email: text,
  tool: text,
  type: text,
  credits: signedAmount,
  workspaceId: amount,
  workspaceName: text,
});

const logged = {
  eventId: id,
  timestamp: time,
  action: text,
  actorEmail: orNull(text),
  actorUsername: orNull(text),
  actorDeleted: flag,
  workspaceId: amount,
  workspaceName: text,
};

export const auditLog: Shape<AuditLog> = z.object(logged);

export const auditLogDetails: Shape<AuditLogDetails> = z.object({
  ...logged,
  clientIpAddress: text,
  userAgent: orNull(text),
  requestId: orNull(text),
  resourceType: orNull(text),
  resourceId: orNull(text),
  metadata: entriesOf(json),
});
