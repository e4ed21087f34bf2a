import { randomUUID } from 'node:crypto';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { auditRecord, type AuditedMutation } from '../../domain/audit.js';
import type { Viewer } from '../../domain/tenant/viewer.js';
import type { GatewayError } from '../../errors.js';
import { auditedAs, type Audited } from '../../operations/audited.js';
import type { AuditTrail } from '../../ports/audit/audit-trail.js';
import type { Clock } from '../../ports/clock.js';
import type { Context } from '../../ports/context.js';
import { readEvent, verdictOf } from './denials.js';
import { namesIn } from './object-names.js';

export interface AuditOptions {
  readonly trail: AuditTrail;
  readonly clock: Clock;
  /** The code of an error as a client sees it. */
  readonly errorOf: (error: unknown) => GatewayError;
}

type Field = GraphQLField<unknown, Context>;
type Args = Readonly<Record<string, unknown>>;

/**
 * The guarded schema, audited: each mutation leaves one record, whatever becomes of it, and each
 * other field one where it is denied, or names what is not there. A mutation without a row in operations/audited is an error
 * here, before the first request.
 */
export function auditSchema(schema: GraphQLSchema, options: AuditOptions): GraphQLSchema {
  for (const field of fieldsOf(schema.getMutationType())) {
    const row = auditedAs(field.name);
    if (row === undefined) throw new Error(`${field.name} has no row in operations/audited`);
    auditMutation(field, row, options);
  }
  for (const field of fieldsOf(schema.getQueryType())) {
    field.resolve = denialsTold(field.name, field.resolve, options);
  }
  for (const field of fieldsOf(schema.getSubscriptionType())) {
    field.subscribe = denialsTold(field.name, field.subscribe, options);
  }
  return schema;
}

function fieldsOf(type: GraphQLObjectType | null | undefined): readonly Field[] {
  return Object.values(type?.getFields() ?? {});
}

function auditMutation(field: Field, row: Audited, options: AuditOptions): void {
  const { trail, errorOf } = options;
  const execute = field.resolve;
  field.resolve = async (root, args: Args, context, info): Promise<unknown> => {
    const audit = mutationOf(row, field.name, context, options);
    const viewer: Viewer = { ...context.viewer, audit };
    let result: unknown;
    try {
      result = thrown(await execute?.(root, args, { ...context, viewer }, info));
    } catch (error) {
      // Where the change was committed nevertheless, its record is there, and stays as it is.
      const { code } = errorOf(error);
      const verdict = verdictOf(code);
      trail.note({ ...audit.record, verdict, code, objects: namesIn(args) });
      throw error;
    }
    if (audit.isWritten) return result;
    if (row.with === 'answer') await trail.write({ ...audit.record, objects: namesIn(args) });
    else trail.note({ ...audit.record, verdict: 'UNCHANGED', objects: namesIn(args) });
    return result;
  };
}

function mutationOf(
  { event, verdict }: Audited,
  operation: string,
  context: Context,
  { clock }: AuditOptions,
): AuditedMutation {
  const facts = { id: randomUUID(), at: clock.now(), operation, ...callerOf(context) };
  return { record: auditRecord(event, verdict, facts), isWritten: false };
}

/** Who calls, as records have it. */
function callerOf({ viewer, requestId }: Context) {
  return {
    requestId,
    tenantId: viewer.tenantId,
    subject: viewer.subject,
    credentialKind: viewer.credential.kind,
    credentialId: viewer.credential.id,
    keyId: viewer.keyId,
    address: viewer.address ?? null,
  };
}

/** The guard hands back errors as values. */
function thrown(result: unknown): unknown {
  if (result instanceof Error) throw result;
  return result;
}

type Execute = NonNullable<Field['resolve']>;

/** Of a field that changes nothing only denials and failed reads are told. */
function denialsTold(
  operation: string,
  execute: Execute | undefined,
  { trail, clock, errorOf }: AuditOptions,
): Execute {
  const tell = (error: unknown, args: Args, context: Context): void => {
    const { code } = errorOf(error);
    const event = readEvent(code);
    if (event === undefined) return;
    const objects = namesIn(args);
    const facts = { id: randomUUID(), at: clock.now(), operation, objects, code };
    trail.noteRefusal(auditRecord(event, verdictOf(code), { ...facts, ...callerOf(context) }));
  };
  return (root, args: Args, context, info) => {
    try {
      const result: unknown = execute?.(root, args, context, info);
      if (!(result instanceof Promise)) return thrown(result);
      return result.then(thrown).catch((error: unknown) => {
        tell(error, args, context);
        throw error;
      });
    } catch (error) {
      tell(error, args, context);
      throw error;
    }
  };
}
