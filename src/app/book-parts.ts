import { bookChecker } from '../pollers/book-checker.js';
import { Books } from '../services/telemetry/books.js';
import type { BackgroundLoop, Base } from './base.js';
import type { Storage } from './storage.js';

const DAY_MS = 86_400_000;

/** The check of credits, tasks and submissions. It runs with metrics and without. */
export function buildBooks({ config, clock, log }: Base, { stores }: Pick<Storage, 'stores'>) {
  const keptMs = config.retentionDays * DAY_MS;
  const books = new Books({ store: stores.books, clock, log, keptMs });
  const loops: readonly BackgroundLoop[] = [bookChecker({ books, clock, log })];
  return { books, loops };
}
