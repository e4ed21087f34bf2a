import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Consumer } from '../support/client/consumer.js';
import { useGateway } from '../support/gateway/gateway-stage.js';
import { whileTimePasses } from '../support/time/while-time-passes.js';

describe('examples/node', () => {
  const stage = useGateway();
  let consumer: Consumer;

  beforeAll(async () => {
    consumer = await Consumer.create();
    const script = await readFile('examples/node/make-video.mjs', 'utf8');
    await consumer.write({ 'make-video.mjs': script });
  });
  afterAll(() => consumer.remove());

  it('makes a video and saves it', async () => {
    const { gateway, ann, clock } = stage;
    const environment = { GATEWAY_URL: `${gateway.url}/graphql`, GATEWAY_KEY: ann };
    const work = consumer.runNode('make-video.mjs', ['A harbour', 'harbour.mp4'], environment);
    const { isGood, output } = await whileTimePasses(clock, work);
    expect(isGood ? '' : output).toBe('');
    expect(output).toContain('SUCCEEDED 100 %');
    const video = await readFile(join(consumer.folder, 'harbour.mp4'));
    expect(video.subarray(4, 8).toString('latin1')).toBe('ftyp');
  });
});
