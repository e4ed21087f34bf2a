/** Tasks that share concurrency slots at Runway: those of one account and model. */
export interface SlotPool {
  readonly runwayAccount: string;
  /** Null where Runway chooses it: such tasks are in no model's slots until it has. */
  readonly model: string | null;
}
