// Guarantee: every model of every operation sends what Runway's types require, and can send everything
// that they allow. New models are covered without a new file.
import 'reflect-metadata';
import { Ajv } from 'ajv';
import { readContext } from '../../../schema/generate/context.js';
import type { InputPlan } from '../../../schema/generate/plan.js';
import { findIssues } from '../../../src/api/input/check-argument.js';
import { INPUT_OMISSIONS } from '../../../src/generated/facts/input-omissions.js';
import { REQUEST_SCHEMAS } from '../../../src/generated/facts/request-schemas.js';
import { requestInputs } from '../../../src/generated/graph/request-inputs.js';
import type { JsonObject } from '../../../src/domain/input/json.js';
import {
  memberOf,
  pathsIn,
  pathsOf,
  readBodies,
  requiredOf,
} from '../../support/runway/property-paths.js';
import { buildInput } from '../../support/runway/build-input.js';
import { WholeInput, type Extent } from '../../support/runway/whole-input.js';

/** Enough for every member and value of a choice to come up. */
const INPUTS_PER_MODEL = 40;

const { plans } = readContext();
const bodies = readBodies(plans.map(({ method }) => method));
const ajv = new Ajv({ discriminator: true, allErrors: true, strict: false });
const models = plans.flatMap((plan) =>
  plan.root.kind === 'choice'
    ? plan.root.fields.map(({ name }) => [plan.field, name, plan] as const)
    : [[plan.field, '', plan] as const],
);

/** Numbers from 0 to 1, the same in every run. */
function seeded(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

async function bodyOf(
  plan: InputPlan,
  member: string,
  extent: Extent,
  seed: number,
): Promise<JsonObject> {
  const field = plan.field as keyof typeof requestInputs;
  const whole = new WholeInput(plan, extent, seeded(seed));
  const input = buildInput(
    requestInputs[field].Input,
    whole.of(plan.root, member === '' ? undefined : member),
  );
  expect(await findIssues('input', input)).toEqual([]);
  const { body } = requestInputs[field].toRequest(input);
  const judge = ajv.compile(REQUEST_SCHEMAS[plan.method] ?? false);
  expect([judge(body), judge.errors]).toEqual([true, null]);
  return body;
}

/** Whether the graph leaves a place out, or something that it is in. */
function isOmitted(method: string, path: string): boolean {
  return INPUT_OMISSIONS.some(
    (omission) =>
      omission.method === method &&
      omission.path.replace(/^<[^>]+>[.]/, '') === path &&
      !omission.reason.startsWith('Holds one literal'),
  );
}

describe.each(models)('%s %s', (_field, member, plan) => {
  const members = bodies.get(plan.method) ?? [];

  it('sends what Runway requires, and nothing else', async () => {
    const body = await bodyOf(plan, member, 'minimal', 1);
    expect(Object.keys(body).sort()).toEqual(requiredOf(memberOf(members, body).shape).sort());
  });

  it('can send everything that Runway’s types allow', async () => {
    const used = new Set<string>();
    let expected: readonly string[] = [];
    for (let seed = 1; seed <= INPUTS_PER_MODEL; seed += 1) {
      const body = await bodyOf(plan, member, 'full', seed * 7_919);
      const { shape } = memberOf(members, body);
      for (const path of pathsIn(shape, body)) used.add(path);
      expected = pathsOf(shape);
    }
    const missing = expected.filter((path) => !used.has(path));
    expect(missing.filter((path) => !isOmitted(plan.method, path))).toEqual([]);
  });
});
