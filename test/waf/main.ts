/**
 * `npm run check:waf` starts deploy/waf before a running gateway and prints how many requests of its two
 * lists were refused and how many passed, how its limits were kept, and how long streams stayed open.
 * It ends with 1 where one of them is not as it must be, with 3 where the firewall is not installed.
 * `--seconds <n>`: so long the streams stay open (default 65).
 *
 * The gateway stands on Postgres where TEST_DATABASE_URL names a server, otherwise on PGlite.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { killStartedWithThisProcess } from '../config/started-processes.cjs';
import { selfSigned } from '../support/client/self-signed.js';
import { Firewall, missingFirewall } from '../support/firewall/firewall.js';
import { buildGateway } from '../support/gateway/build-gateway.js';
import { GatewayProcess } from '../support/gateway/gateway-process.js';
import { createPostgresDatabase, HAS_POSTGRES } from '../support/store/database.js';
import { checkFraming } from './framing.js';
import { checkAddresses, checkLogs, checkRefusals, checkTransport, type Check } from './limits.js';
import { tryBenign, tryHostile, type ListResult } from './lists.js';
import { keepStreamsOpen, type StreamResult } from './long-streams.js';
import { checkNodesThatFail } from './nodes-that-fail.js';
import { checkTlsToNodes } from './tls-to-nodes.js';
import type { Target } from './wire-requests.js';

const KEY = 'rgk_operator_Abcdefghijklmnopqrstuvwx';

/** What scripts/check.ts takes for a step that could check nothing. */
const NOT_CHECKED = 3;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '65' },
  },
});

/** Prints a list with what was not as it must be. */
function tell({ list, sent, refused, answers, wrong }: ListResult): void {
  const told = Object.entries(answers).map((each) => each.join(' '));
  const counts = `${String(sent)} sent, ${String(refused)} refused, ${String(sent - refused)} passed`;
  console.log(`${list}: ${counts}${told.length > 0 ? ` (${told.join(', ')})` : ''}`);
  for (const each of wrong) console.log(`  ${each}`);
}

/** Prints the rest; returns what is not as it must be. */
function report(
  lists: readonly ListResult[],
  checks: readonly Check[],
  streams: readonly StreamResult[],
): string[] {
  for (const [condition, fault] of checks) {
    console.log(`${fault === undefined ? 'holds' : 'FAILS'}  ${condition}`);
  }
  console.table(streams.map(({ stream, seconds, events }) => ({ stream, seconds, events })));
  return [
    ...lists.flatMap(({ list, isGood }) => (isGood ? [] : [`${list}: not as many as must be`])),
    ...checks.flatMap(([condition, fault]) =>
      fault === undefined ? [] : [`${condition}: ${fault}`],
    ),
    ...streams.flatMap(({ stream, fault }) => (fault === undefined ? [] : [`${stream}: ${fault}`])),
  ];
}

async function run(folder: string, databaseUrl: string | undefined): Promise<string[]> {
  const built = await buildGateway('src');
  const gateway = await GatewayProcess.start(
    {
      NODE_ENV: 'test',
      LOG_LEVEL: 'error',
      DATA_DIR: join(folder, 'data'),
      ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }),
      EMULATOR_PORT: '0',
      BOOTSTRAP_API_KEY: KEY,
      TRUSTED_PROXIES: '127.0.0.1/32',
    },
    [resolve(built, 'src/main.js')],
  );
  const certificate = selfSigned('127.0.0.1');
  const firewall = await Firewall.start([gateway.url], certificate);
  const target: Target = { url: firewall.url, ca: certificate.cert, key: KEY };
  try {
    const streaming = keepStreamsOpen(target, Number(values.seconds));
    streaming.catch(() => undefined); // Awaited below.
    const addresses = await checkAddresses(target);
    const lists = [await tryHostile(target), ...(await tryBenign(target, firewall))];
    lists.forEach(tell);
    const checks = [
      ...addresses,
      ...(await checkRefusals(target)),
      ...(await checkTransport(target)),
      ...(await checkFraming(target)),
      ...(await checkLogs(target, firewall)),
      ...(await checkNodesThatFail(certificate)),
      ...(await checkTlsToNodes(certificate)),
    ];
    const problems = report(lists, checks, await streaming);
    console.log(
      `Memory of one nginx process, at most: ${Math.round(await firewall.memoryMbMax())} MB`,
    );
    return problems;
  } finally {
    await firewall.stop();
    await gateway.terminate();
  }
}

killStartedWithThisProcess();
const missing = missingFirewall();
if (missing !== undefined) {
  console.log(`Firewall: ${missing} is not on this machine; its test is skipped.`);
  process.exitCode = NOT_CHECKED;
} else {
  const folder = await mkdtemp(join(tmpdir(), 'gateway-waf-'));
  const database = HAS_POSTGRES ? await createPostgresDatabase() : undefined;
  try {
    const problems = await run(folder, database?.url);
    for (const problem of problems) console.error(problem);
    if (problems.length > 0) process.exitCode = 1;
  } finally {
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  }
}
