import type { InputPlan } from '../../../schema/generate/plan.js';
import { ELSEWHERE, SEEDED } from '../../../src/emulator/resources/seeded.js';
import type { JsonObject } from '../../../src/domain/input/json.js';
import type { ResourceKind } from '../../../src/domain/resource/kinds.js';
import { requestInputs } from '../../../src/generated/graph/request-inputs.js';
import type { Strings } from '../../../src/operations/operation.js';
import { findOperation } from '../../../src/operations/operations.js';
import { buildInput } from './build-input.js';
import { randomOf } from './random-bodies.js';
import { WholeInput, type Extent } from './whole-input.js';

/** Ids of what stands in the emulator, for inputs that refer to something. */
export const KNOWN_IDS: Readonly<Partial<Record<ResourceKind, string>>> = {
  avatar: ELSEWHERE.avatarId,
  document: ELSEWHERE.documentId,
  router: SEEDED.routerSlug,
  voice: ELSEWHERE.voiceId,
  workflow: SEEDED.workflowId,
};

/** Values that only Runway's own rules know, by root field and path without the member. */
const KNOWN_VALUES: Readonly<Record<string, unknown>> = {
  // Their lengths have to fill the video.
  'createMultiShotVideo shots': [
    { prompt: 'A fox wakes', duration: 3 },
    { prompt: 'It runs', duration: 3 },
    { prompt: 'It rests', duration: 4 },
  ],
  'createRouter settings.models.ids[]': 'gen4.5',
  'runWorkflow nodeOutputs[].nodeId': SEEDED.workflowNodes.prompt,
  'updateRouter settings.models.ids[]': 'gen4.5',
};

/** What a client writes, and what Runway has to get of it. */
export interface GeneratedRequest {
  readonly input: Readonly<Record<string, unknown>>;
  readonly body: JsonObject;
}

/** The members of an input, one for each model or mode; a nameless one where it has none. */
export function membersOf({ root }: InputPlan): readonly string[] {
  return root.kind === 'choice' ? root.fields.map(({ name }) => name) : [''];
}

/** A request that is made of the plan of its input: the same for the same seed. */
export function generatedRequest(
  plan: InputPlan,
  member: string,
  extent: Extent,
  seed: number,
): GeneratedRequest {
  const slug = `router-${extent}-${String(seed)}`;
  const written = inputOf(plan, member, slug, new WholeInput(plan, extent, randomOf(seed), 'name'));
  const built = inputOf(plan, member, slug, new WholeInput(plan, extent, randomOf(seed)));
  const { Input, toRequest } = requestInputs[plan.field as keyof typeof requestInputs];
  const { body } = toRequest(buildInput(Input, built));
  return { input: written, body };
}

function inputOf(
  { root, field }: InputPlan,
  member: string,
  slug: string,
  whole: WholeInput,
): Readonly<Record<string, unknown>> {
  const { strings = {} } = findOperation(field) ?? {};
  const known = { ...KNOWN_VALUES, 'createRouter slug': slug };
  const replaced = (value: unknown): unknown => withKnown(value, '', { field, strings, known });
  const plain = whole.of(root, member === '' ? undefined : member);
  if (member === '') return replaced(plain) as Readonly<Record<string, unknown>>;
  return { [member]: replaced(plain[member]) };
}

interface Known {
  readonly field: string;
  readonly strings: Strings;
  readonly known: Readonly<Record<string, unknown>>;
}

/** The value with ids and texts that the emulator knows in their places. */
function withKnown(value: unknown, path: string, facts: Known): unknown {
  const { field, strings, known } = facts;
  const place = `${field} ${path}`;
  if (place in known) return known[place];
  if (Array.isArray(value)) {
    return value.map((entry: unknown) => withKnown(entry, `${path}[]`, facts));
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, inner]: [string, unknown]) => [
      name,
      withKnown(inner, path === '' ? name : `${path}.${name}`, facts),
    ]);
    return Object.fromEntries(entries);
  }
  const text = strings[path];
  return typeof text === 'object' ? (KNOWN_IDS[text.reference] ?? value) : value;
}
