import type { JsonObject } from '../../src/domain/input/json.js';

/** One operation of schema/operations with variables, as a person would run it. */
export interface Example {
  /** The name of the document. */
  readonly document: string;
  /** A text `{{name}}` stands for what an earlier example has kept under that name. */
  readonly variables?: JsonObject;
  /** What later examples need, by name: the path of a value in the answer's data. */
  readonly keeps?: Readonly<Record<string, string>>;
  /** What must have happened at Runway, or be about to. */
  readonly when?: Circumstance;
}

/** What a test brings about before it runs an example, and the page says in words. */
export type Circumstance = keyof typeof CIRCUMSTANCES;

export const CIRCUMSTANCES = {
  settled: 'once all tasks have settled',
  ready: 'once the avatar, voice or session is READY',
  joined: 'once a participant has joined the session',
  suspected: 'once a key has been refused 20 times within a minute',
  answerLost: 'when Runway’s answer is lost on the way',
} as const;

export interface Chapter {
  readonly title: string;
  readonly examples: readonly Example[];
}
