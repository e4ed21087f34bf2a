// Guarantee: a new value of Runway's answers gets a field without an edit by hand, or the report says why not.
import { buildSchema } from 'graphql';
import type { AnswerPlan } from '../../../schema/generate/added-fields.js';
import { planAnswers } from '../../../schema/generate/answers.js';
import { Report, type Finding } from '../../../schema/generate/report.js';
import { buildGraph, type Services } from '../../../src/api/schema.js';
import { methodsAnswering } from './declarations/newer-answers.js';

const byHand = buildGraph({} as Services, { relaxedBounds: [], requireIdempotencyKey: false }, []);

interface Planned extends AnswerPlan {
  readonly findings: readonly Finding[];
}

function planned(more: Parameters<typeof methodsAnswering>[0] = {}, released?: string): Planned {
  const report = new Report();
  const graphs = {
    byHand,
    released: released === undefined ? undefined : buildSchema(`scalar JSON\n${released}`),
  };
  const plan = planAnswers(methodsAnswering(more), graphs, report);
  return { ...plan, findings: report.list().filter(({ section }) => section !== 'stale') };
}

/** `Type.name: Form`, as SDL writes it. */
function formsOf({ fields }: Planned): string[] {
  return fields.map(
    ({ type, name, form, list }) => `${type}.${name}: ${list ? `[${form}!]` : form}`,
  );
}

describe('an answer', () => {
  it('needs no field where the graph shows or leaves out all of it', () => {
    expect(planned()).toEqual({ fields: [], waiting: [], findings: [] });
  });

  it.each<[what: string, declared: string, form: string]>([
    ['a text', 'mood: string;', 'Voice.mood: String'],
    ['a number', 'pitch?: number | null;', 'Voice.pitch: Float'],
    ['a flag', 'loud: boolean;', 'Voice.loud: Boolean'],
    ['a word of a set', "mood: 'calm' | 'wild';", 'Voice.mood: String'],
    ['a list of texts', 'moods: Array<string>;', 'Voice.moods: [String!]'],
    ['an object', 'range: { low: number; high: number };', 'Voice.range: JSON'],
    ['a list of objects', 'parts: Array<{ low: number }>;', 'Voice.parts: JSON'],
    ['a map', 'weights: { [key: string]: number };', 'Voice.weights: JSON'],
    ['a mixture', "pitch: number | 'auto';", 'Voice.pitch: JSON'],
    ['a name with a line below', 'base_pitch: number;', 'Voice.basePitch: Float'],
  ])('gets a field for %s', (_what, declared, form) => {
    const result = planned({ READY: declared });
    expect(formsOf(result)).toEqual([form]);
    expect(result.findings).toEqual([
      expect.objectContaining({ section: 'added', did: `shown as ${form}.` }),
    ]);
  });

  it('gets one field for what several forms of it have', () => {
    const both = planned({
      PROCESSING: 'pitch: number;',
      READY: 'pitch: number;',
      LIST: 'pitch: number;',
    });
    expect(formsOf(both)).toEqual(['Voice.pitch: Float']);
    const mixed = planned({ PROCESSING: "pitch: 'auto';", READY: 'pitch: number;' });
    expect(formsOf(mixed)).toEqual(['Voice.pitch: JSON']);
  });

  it('names a value in an object after both', () => {
    expect(formsOf(planned({ TIER: 'seats: number;' }))).toEqual(['Organization.tierSeats: Float']);
  });

  it('keeps the released form of a field', () => {
    const result = planned(
      { READY: "pitch: number | 'auto';" },
      'type Voice { pitch: Float }\ntype Query { voice: Voice }',
    );
    expect(formsOf(result)).toEqual(['Voice.pitch: Float']);
    expect(result.findings.map(({ section }) => section)).toEqual(['added', 'published']);
  });

  it('tells the words of a set in the description', () => {
    const [field] = planned({ READY: "mood: 'calm' | 'wild';" }).fields;
    expect(field?.description).toBe(
      'Runway’s `mood`; null where Runway does not tell it. So far: `calm`, `wild`.',
    );
  });

  it.each<[what: string, more: Parameters<typeof methodsAnswering>[0], did: string]>([
    ['an id', { READY: 'avatarId: string;' }, 'it may be the id of something of another tenant'],
    ['an id in an object', { READY: 'used: { by: { id: string } };' }, 'it may be the id of'],
    ['a credential', { READY: 'editToken: string;' }, 'it may be a credential'],
    ['an address', { READY: 'editUrl: string;' }, 'an address may let its holder in'],
    ['words about a request', { READY: 'failureMessage: string;' }, 'Runway’s own words'],
    ['what has no type', { READY: 'extra: unknown;' }, 'Runway does not say what it holds'],
    ['an entry’s value', { LIMITS: 'burst: number;' }, 'it stands in a list or map'],
    ['a value of a list alone', { LIST: 'rank: number;' }, 'no field reads it from this answer'],
    ['a value of what is not read', { UPLOAD: 'size: number;' }, 'no field reads it'],
    ['a name that is taken', { READY: 'preview_url: string;' }, 'another field previewUrl'],
  ])('gets no field, and a line in the report, for %s', (_what, more, did) => {
    const { fields, waiting, findings } = planned(more);
    expect(fields).toEqual([]);
    expect(waiting.map(({ reason }) => reason)).toEqual([expect.stringContaining(did) as string]);
    expect(findings).toEqual([
      expect.objectContaining({ section: 'answers', did: expect.stringContaining(did) as string }),
    ]);
  });
});
