import type { z } from 'zod';

export interface SettingOptions<T> {
  /** A second name, which goes first where both are set: proxies have one in lower case. */
  readonly otherName?: string | undefined;
  /** As `.env.example` shows it. Undefined: not set by default. */
  readonly default?: string | undefined;
  /** What holds while the setting is empty, where `default` does not say it. */
  readonly whenEmpty?: string | undefined;
  readonly unit?: string | undefined;
  /** For operators: `.env.example` and docs/reference/settings.md show it. */
  readonly text: string;
  /** The value is a secret or may contain one. */
  readonly isSecret?: boolean | undefined;
  /** What production demands beyond a valid value. */
  readonly inProduction?: string | undefined;
  /** Production refuses to start without this setting; the text says what it must hold. */
  readonly requiredInProduction?: string | undefined;
  /** The type in words: "whole number, 1–65,535". */
  readonly type: string;
  /** Reads trimmed text that is not empty. Its messages follow the name: "must be …". */
  readonly schema: z.ZodType<T, string>;
  /** The value while the setting is empty and has no default. */
  readonly empty: T;
}

/** One environment variable: a row of the settings table. */
export class Setting<T> {
  constructor(
    readonly name: string,
    readonly options: SettingOptions<T>,
  ) {}

  /** Adds to `problems` what is wrong with its text; the value is then the default. */
  read(env: Readonly<Record<string, string | undefined>>, problems: string[]): T {
    const { otherName } = this.options;
    const other = otherName === undefined ? '' : (env[otherName]?.trim() ?? '');
    const trimmed = other === '' ? (env[this.name]?.trim() ?? '') : other;
    const parsed = this.#parse(trimmed);
    if (parsed.success) return parsed.data;
    const name = other === '' ? this.name : (otherName ?? '');
    problems.push(...parsed.error.issues.map(({ message }) => `${name} ${message}`));
    const fallback = this.#parse('');
    if (!fallback.success) throw new Error(`${this.name} has a bad default.`);
    return fallback.data;
  }

  #parse(trimmed: string): { success: true; data: T } | { success: false; error: z.ZodError } {
    const text = trimmed === '' ? (this.options.default ?? '') : trimmed;
    if (text === '') return { success: true, data: this.options.empty };
    return this.options.schema.safeParse(text);
  }
}

/** Settings in the shape of the configuration that they make. */
export interface SettingTree {
  readonly [key: string]: Setting<unknown> | SettingTree;
}

/** The values of a tree of settings, in the same shape. */
export type ValuesOf<Tree> =
  Tree extends Setting<infer T> ? T : { readonly [Key in keyof Tree]: ValuesOf<Tree[Key]> };

/** The settings of a tree, in its order. */
export function listSettings(tree: SettingTree): readonly Setting<unknown>[] {
  return Object.values(tree).flatMap((entry) =>
    entry instanceof Setting ? [entry] : listSettings(entry),
  );
}
