/** Secrets of one organisation, which sees nothing of what others have. */
export interface Organization {
  readonly secrets: readonly string[];
  /** Its balance at first. */
  readonly credits?: number;
  /** Wins over that of all. */
  readonly concurrency?: number | null;
}

/** What can be changed while the emulator runs. */
export interface Settings {
  /**
   * Seconds from the moment a task gets a slot until it settles. Read at every look, so that
   * lowering it finishes tasks that are live.
   */
  taskSeconds: number;
  /** Tasks that may run at once, for each model; null means no limit. */
  concurrency: number | null;
  /** Wins over `concurrency` for the models it names. */
  concurrencyByModel: Record<string, number | null>;
  /** Tasks accepted in the last 24 h, for each model; null means no limit. */
  dailyCap: number | null;
  /** Wins over `dailyCap` for the models it names. */
  dailyCapByModel: Record<string, number | null>;
  /** The organisation's balance, in credits. */
  credits: number;
  /** Seconds for which an output's URL is good. */
  outputSeconds: number;
  /**
   * Bytes of every output, made while they are sent; null: the small file that the task makes. The
   * file begins as that does.
   */
  outputBytes: number | null;
  /** Seconds for which an upload can be used. */
  uploadSeconds: number;
  /**
   * Seconds for which an avatar or a voice is PROCESSING. Read at every look, like `taskSeconds`.
   */
  processingSeconds: number;
  /** Seconds for which a realtime session is NOT_READY. Read at every look. */
  provisioningSeconds: number;
  /** Those that have a world of their own; every other bearer sees the first one. */
  organizations: readonly Organization[];
  /** Seconds for which a READY session waits for a participant; then it is FAILED. */
  sessionKeySeconds: number;
}

/**
 * Concurrency: Runway's third tier. Lifetimes: Runway's outputs live 24–48 h, its uploads 24 h; how
 * long a session key is good Runway does not say.
 */
export const DEFAULT_SETTINGS: Readonly<Settings> = {
  taskSeconds: 8,
  concurrency: 5,
  concurrencyByModel: {},
  dailyCap: null,
  dailyCapByModel: {},
  credits: 1_000_000,
  outputSeconds: 86_400,
  outputBytes: null,
  uploadSeconds: 86_400,
  processingSeconds: 4,
  provisioningSeconds: 2,
  sessionKeySeconds: 300,
  organizations: [],
};

export function concurrencyOf(settings: Settings, model: string): number | null {
  const own = settings.concurrencyByModel[model];
  return own === undefined ? settings.concurrency : own;
}

export function dailyCapOf(settings: Settings, model: string): number | null {
  const own = settings.dailyCapByModel[model];
  return own === undefined ? settings.dailyCap : own;
}
