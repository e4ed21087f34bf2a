// Makes a video and saves it: node make-video.mjs "A lighthouse at dawn" lighthouse.mp4
import { writeFile } from 'node:fs/promises';
import { env, argv, stderr } from 'node:process';
import { generate } from 'runway-graphql-gateway-client';
import { CreateTextToVideoDocument } from 'runway-graphql-gateway-client/documents';

const [promptText = 'A lighthouse at dawn', file = 'video.mp4'] = argv.slice(2);
const input = { gen4_5: { promptText, ratio: 'RATIO_1280_720', duration: 5 } };

const { output, cost } = await generate(
  CreateTextToVideoDocument,
  { input },
  {
    url: env.GATEWAY_URL ?? 'http://127.0.0.1:4000/graphql',
    getToken: () => env.GATEWAY_KEY,
    onProgress: ({ status, progress }) =>
      stderr.write(`${status} ${Math.round(progress * 100)} %\n`),
  },
);
const response = await fetch(output[0].url);
await writeFile(file, new Uint8Array(await response.arrayBuffer()));
stderr.write(`${file}: ${cost} credits\n`);
