import { ReportedExporter } from '../../../src/adapters/opentelemetry/reported-exporter.js';
import type { SdkExporter } from '../../../src/adapters/opentelemetry/sdk.js';
import { RecordedLog } from '../../support/gateway/recorded-log.js';
import { FakeClock } from '../../support/time/fake-clock.js';

const FAILED = 1;

describe('A collector that fails', () => {
  it('is warned of once a minute, with what was lost since, in no words of its own', async () => {
    const log = new RecordedLog();
    const clock = new FakeClock();
    const refusal = Object.assign(new Error('secret words'), { code: 503, data: 'more words' });
    const failing: SdkExporter = {
      export: (_spans, done) => {
        done({ code: FAILED, error: refusal });
      },
      shutdown: () => Promise.resolve(),
    };
    const exporter = new ReportedExporter(failing, { clock, log });
    const answers: number[] = [];
    const send = (): void => {
      exporter.export([{}, {}] as never, ({ code }) => answers.push(code));
    };

    send();
    send();
    await clock.advance(59_999);
    send();
    expect(log.lines).toHaveLength(1);
    await clock.advance(1);
    send();

    // The SDK would tell it in words of the collector.
    expect(answers).toEqual([0, 0, 0, 0]);
    expect(log.lines.map((line) => JSON.parse(line) as unknown)).toEqual(
      [2, 6].map((spans) => ({
        level: 'warn',
        message: 'spans could not be sent to the collector of traces',
        fields: { spans, code: 503 },
      })),
    );
  });
});
