import { Ajv } from 'ajv';
import {
  RESPONSE_PROPERTIES,
  RESPONSE_SCHEMAS,
} from '../../../src/generated/facts/response-schemas.js';
import type { SdkMethod } from '../../../src/generated/facts/sdk-methods.js';
import { SDK_METHODS } from '../../../src/generated/facts/sdk-methods.js';
import { answerPaths } from './answer-paths.js';

const METHODS = Object.keys(SDK_METHODS) as SdkMethod[];
const ajv = new Ajv({ allErrors: true });

function accepts(method: SdkMethod, answer: unknown): boolean {
  const schema = RESPONSE_SCHEMAS[method];
  return schema !== null && ajv.validate(schema, answer);
}

/** Every keyword of a schema and of those in it; properties are not keywords. */
function keywordsIn(schema: unknown): string[] {
  if (Array.isArray(schema)) return schema.flatMap(keywordsIn);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([keyword, value]) => {
    const inner: unknown = keyword === 'properties' ? Object.values(value as object) : value;
    return [keyword, ...(['const', 'enum', 'required'].includes(keyword) ? [] : keywordsIn(inner))];
  });
}

describe('response schemas', () => {
  it('exist for every method, and are null exactly where nothing is answered', () => {
    expect(Object.keys(RESPONSE_SCHEMAS)).toEqual(METHODS);
    const empty = METHODS.filter((method) => RESPONSE_SCHEMAS[method] === null);
    const deletions = METHODS.filter((method) => SDK_METHODS[method].verb === 'DELETE');
    expect(empty).toEqual([...deletions, 'documents.update'].sort());
  });

  it('name the properties that the compiler sees, and the hasMore of pages', () => {
    const seen = answerPaths(METHODS);
    for (const method of METHODS) {
      const listed = RESPONSE_PROPERTIES[method].filter((path) => path !== 'hasMore');
      expect([method, listed]).toEqual([method, seen.get(method)]);
    }
  });

  it('keep to plain words of JSON Schema', () => {
    expect([...new Set(keywordsIn(Object.values(RESPONSE_SCHEMAS)))].sort()).toEqual([
      'additionalProperties',
      'anyOf',
      'const',
      'enum',
      'items',
      'properties',
      'required',
      'type',
    ]);
  });

  const voice = { id: 'v', createdAt: 't', description: null, name: 'n', status: 'PROCESSING' };
  const router = { id: 'r', createdAt: 't', description: 'd', name: 'n', slug: 's' };
  const settings = { schemaVersion: 1 };
  const page = { data: [voice], hasMore: false, nextCursor: null };

  it.each<[string, SdkMethod, unknown, boolean]>([
    ['a member of a union', 'voices.retrieve', voice, true],
    ['a surplus', 'voices.retrieve', { ...voice, price: 1 }, false],
    ['what another member has', 'voices.retrieve', { ...voice, previewUrl: null }, false],
    ['its own', 'voices.retrieve', { ...voice, status: 'READY', previewUrl: null }, true],
    ['an unknown tag', 'voices.retrieve', { ...voice, status: 'LOST' }, false],
    ['null where it may not be', 'voices.retrieve', { ...voice, name: null }, false],
    ['a page', 'voices.list', page, true],
    ['a page without an end', 'voices.list', { ...page, nextCursor: 'x' }, true],
    ['a wrong entry', 'voices.list', { ...page, data: [router] }, false],
    [
      'optional left out',
      'routers.retrieve',
      { ...router, updatedAt: 't', version: 1, settings },
      true,
    ],
    ['required left out', 'routers.retrieve', { ...router, version: 1, settings }, false],
    ['maps', 'organization.retrieve', organization({ 'gen4.5': { dailyGenerations: 1 } }), true],
    ['a map of other values', 'organization.retrieve', organization({ 'gen4.5': 1 }), false],
    ['anything for unknown', 'workflows.retrieve', workflow([1, 'a', null, {}]), true],
    ['an upload', 'uploads.createEphemeral', { uri: 'runway://x' }, true],
  ])('judge %s (%s)', (_what, method, answer, verdict) => {
    expect(accepts(method, answer)).toBe(verdict);
  });
});

function organization(models: object): object {
  const limits = { maxConcurrentGenerations: null, maxDailyGenerations: 5 };
  const tier = { maxMonthlyCreditSpend: 1, models: { 'gen4.5': limits } };
  return { creditBalance: 1, tier, usage: { models } };
}

function workflow(nodes: readonly unknown[]): object {
  const graph = { edges: [], nodes, version: 1 };
  const times = { createdAt: 't', updatedAt: 't' };
  return { id: 'w', ...times, description: null, graph, name: 'n', version: 1 };
}
