import { readFileSync } from 'node:fs';
import { readContext } from '../../../schema/generate/context.js';
import { inputOmissions } from '../../../schema/generate/emit/input-omissions.js';
import { stringPaths } from '../../../schema/generate/emit/string-inputs.js';
import { inputSteps } from '../../../schema/generate/input-steps.js';
import type { InputClass } from '../../../schema/generate/plan.js';
import { propertiesOf } from '../../../schema/generate/shape.js';
import { MODELS } from '../../../src/generated/facts/models.js';
import { generationOperations } from '../../../src/operations/generation-operations.js';
import { findOperation } from '../../../src/operations/operations.js';
import { countProperties } from './count-properties.js';

const context = readContext();
const again = readContext();

describe('the generator', () => {
  it.each(inputSteps)('emits for $name what is committed, twice alike', async (step) => {
    const [first, second] = [await step.run(context), await step.run(again)];
    expect([...first]).toEqual([...second]);
    for (const [file, text] of first) expect(readFileSync(file, 'utf8')).toBe(text);
  });

  // Guarantee: schema/released.graphql is the one of this version. An older copy would bring back what
  // was published in another form, without an error anywhere.
  it('finds nothing of the last release withdrawn, and keeps to no older form', () => {
    const sections = ['withdrawn', 'published', 'names', 'shapes', 'stale'] as const;
    expect(sections.flatMap((section) => context.report.list(section))).toEqual([]);
  });

  it('lets no name of the SDK that is made of a number into the graph', () => {
    const names = context.plans.flatMap(({ classes, enums }) =>
      [...classes, ...enums].map(({ name }) => name),
    );
    expect(names.filter((name) => /Variant\d|UnionMember/.test(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('classifies every text of an input in the operations table', () => {
    for (const plan of context.plans) {
      const row = findOperation(plan.field);
      const classified = Object.keys(row?.strings ?? {});
      const missing = stringPaths(plan).filter((path) => !classified.includes(path));
      expect([plan.field, missing]).toEqual([plan.field, []]);
    }
  });

  // Guarantee: an id of a resource never reaches Runway without a check of its owner.
  it('classifies every id in an input as a reference', () => {
    const ids = context.plans.flatMap((plan) => {
      const { strings = {} } = findOperation(plan.field) ?? {};
      return Object.entries(strings)
        .filter(([path]) => /(\bid|Id|Ids\[\])$/.test(path) && !path.endsWith('.nodeId'))
        .map(([path, kind]) => [`${plan.field} ${path}`, typeof kind]);
    });
    expect(ids.length).toBeGreaterThan(8);
    expect(ids.filter(([, kind]) => kind !== 'object')).toEqual([]);
  });

  it('keeps the model catalogue to the generations', () => {
    const operations = new Set(MODELS.map(({ operation }) => operation));
    expect([...operations]).toEqual(Object.keys(generationOperations));
  });
});

/** Paths of Runway's bodies that an input can reach. */
function reached(planned: InputClass): string[] {
  return planned.fields.flatMap(({ path, type }) => {
    if (type.kind === 'input') return [path, ...reached(type.class)];
    return type.kind === 'map' ? [path, ...reached(type.entry)] : [path];
  });
}

describe('inputs', () => {
  const omissions = inputOmissions(context);

  /** What a request takes and neither its input offers nor an omission explains. */
  function missing(method: string): string[] {
    const offered = context.plans.filter((plan) => plan.method === method).map(({ root }) => root);
    const request = context.requests.find((candidate) => candidate.method === method);
    const excused = omissions.filter((row) => row.method === method).map(({ path }) => path);
    const found = [...offered.flatMap(reached), ...excused];
    return (request === undefined ? [] : propertiesOf(request.shape))
      .map(({ path }) => path)
      .filter((path) => !found.includes(path));
  }

  it('offer every property of the SDK, or omit it with a reason', () => {
    for (const { method } of context.inputs)
      expect([method, missing(method)]).toEqual([method, []]);
  });

  it('are there for every body, but for what the fields of reads take as arguments', () => {
    const inputs = context.inputs.map(({ method }) => method);
    const reads = context.requests.filter(({ method }) => !inputs.includes(method));
    expect(
      reads.flatMap(({ method }) => missing(method).map((path) => `${method} ${path}`)),
    ).toEqual([
      'avatarConversations.list avatar',
      'avatarConversations.list endDate',
      'avatarConversations.list startDate',
      'avatars.getUsage endDate',
      'avatars.getUsage startDate',
      'organization.retrieveUsage beforeDate',
      'organization.retrieveUsage startDate',
      'organization.webapp.auditLogs.list actions',
      'organization.webapp.auditLogs.list actorEmails',
      'organization.webapp.auditLogs.list from',
      'organization.webapp.auditLogs.list organizationId',
      'organization.webapp.auditLogs.list to',
      'organization.webapp.auditLogs.list workspaceIds',
      'organization.webapp.auditLogs.retrieve organizationId',
      'organization.webapp.listUsage from',
      'organization.webapp.listUsage to',
      'organization.webapp.listUsage organizationId',
      'organization.webapp.listUsage workspaceIds',
    ]);
  });

  it('omit what is deprecated together with what is in it', () => {
    const livekit = omissions.filter(({ path }) => /^<gwm1_avatars>[.]livekit\b/.test(path));
    expect(livekit.map(({ path }) => path)).toEqual([
      '<gwm1_avatars>.livekit',
      '<gwm1_avatars>.livekit.token',
      '<gwm1_avatars>.livekit.roomName',
      '<gwm1_avatars>.livekit.url',
      '<gwm1_avatars>.livekit.agentIdentity',
    ]);
    expect(livekit.every(({ reason }) => reason.includes('Deprecated'))).toBe(true);
  });

  it('are read, as queries are, from as many properties as the compiler counts', () => {
    // Lists that the SDK leaves untyped and the overrides type: three of images (uri, position), and
    // the properties of an object among a tool's parameters, for each of the two kinds of tools.
    const nested = { string: 5, integer: 4, number: 4, boolean: 4, array: 6 };
    const parameters = Object.values(nested).reduce((total, count) => total + count, 0);
    const typedByOverrides = 3 * 2 + 2 * parameters;
    const read = context.requests.flatMap(({ shape }) => propertiesOf(shape)).length;
    // The upload's parameter is a file in any of many forms; the gateway sends no file.
    const methods = context.methods.map(({ name }) => name);
    const counted = countProperties(methods.filter((name) => name !== 'uploads.createEphemeral'));
    expect(read).toBe(counted + typedByOverrides);
  });
});
