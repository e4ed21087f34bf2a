import { RecordedLog } from '../support/gateway/recorded-log.js';
import { startGateway } from '../support/gateway/start-gateway.js';

describe('A start in production', () => {
  it('D20: warns of what would be lost, and of a secret that is none of Runway’s, without telling it', async () => {
    const log = new RecordedLog();
    const gateway = await startGateway(
      {
        NODE_ENV: 'production',
        RUNWAYML_API_SECRET: 'hunter2',
        // Nothing is asked of it.
        RUNWAYML_BASE_URL: 'http://127.0.0.1:9',
      },
      { log },
    );
    await gateway.stop();
    const warnings = log.lines.filter((line) => line.includes('"level":"warn"')).join('\n');
    expect(warnings).toMatch(/embedded database survives no power cut: set DATABASE_URL/);
    expect(warnings).toMatch(/RUNWAYML_API_SECRET does not begin with key_/);
    expect(log.lines.join('\n')).not.toMatch(/hunter2/);
  });
});
