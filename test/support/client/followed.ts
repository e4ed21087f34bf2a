import type { FakeClock } from '../time/fake-clock.js';
import { drain, type Stream } from './streams.js';
import { whileTimePasses } from '../time/while-time-passes.js';

/**
 * Every event of a stream until it completes by itself. So many are there at once: they are taken
 * before time moves, because what they show is read when they are told.
 */
export async function followed<Data>(
  clock: FakeClock,
  stream: Stream<Data>,
  atOnce: 0 | 1,
): Promise<Data[]> {
  const first = atOnce === 0 ? undefined : await stream.next();
  const rest = await whileTimePasses(clock, drain(stream));
  await stream.close();
  return first === undefined ? rest : [first, ...rest];
}
