/** Structured log: fields first, one fixed message. Never prompts, bodies, signed URLs or credentials. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
