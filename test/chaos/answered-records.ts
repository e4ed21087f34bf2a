import type { AuditRecord } from '../../src/domain/audit.js';
import type { ChaosNode } from './chaos-node.js';
import type { Answered } from './load.js';

/** A client reads an answer a little later than its node has died. */
const READ_LATE_MS_MAX = 5_000;

/** Clients do not read answers in quite the order in which nodes noted them. */
const OUT_OF_ORDER_MS_MAX = 2_000;

/** What the clients' own view of a run says of the audit log. */
export interface AnsweredFindings {
  readonly answered: number;
  readonly withRecord: number;
  /** Refusals that one record stands for, with others. */
  readonly counted: number;
  /** Records of what changed nothing, lost with the process that had yet to write them. */
  readonly lostByKills: number;
  readonly lostByOneKillMax: number;
  readonly lostMsBeforeKillMax: number;
  readonly faults: readonly string[];
}

interface Lost {
  readonly answer: Answered;
  readonly killedAtMs: number;
}

/**
 * Each answer has exactly one record, which says the same. What changed something has it in any case;
 * what changed nothing may lack it only where the node that answered was killed before it wrote it.
 * Nodes write in the order of their answers, so that nothing they answered later has been written.
 */
export function compareAnswers(run: {
  readonly answers: readonly Answered[];
  /** Of requests, without Runway's later refusals of them. */
  readonly records: readonly AuditRecord[];
  readonly nodes: readonly Pick<ChaosNode, 'url' | 'lives'>[];
}): AnsweredFindings {
  const byRequest = new Map<string, AuditRecord[]>();
  for (const record of run.records) {
    const { requestId } = record;
    if (requestId === null || record.count !== null) continue;
    byRequest.set(requestId, [...(byRequest.get(requestId) ?? []), record]);
  }
  const counted = countsByCode(run.records);
  const inAll = [...counted.values()].reduce((a, b) => a + b, 0);
  const faults: string[] = [];
  const lost: Lost[] = [];
  let withRecord = 0;
  for (const answer of run.answers) {
    const [record, ...others] = byRequest.get(answer.requestId) ?? [];
    if (others.length > 0) faults.push(`${told(answer)} has ${others.length + 1} records`);
    if (record !== undefined) {
      withRecord += 1;
      if (!isTrue(record, answer)) faults.push(`${told(answer)} is told as ${record.verdict}`);
      continue;
    }
    const left = counted.get(answer.code ?? '') ?? 0;
    const killedAtMs = killOf(answer, run.nodes);
    const wasWritten = (later: Answered): boolean =>
      byRequest.get(later.requestId)?.some(({ verdict }) => verdict !== 'ACCEPTED') === true;
    const isPassedOver = run.answers.some(
      (later) =>
        later.url === answer.url &&
        later.atMs > answer.atMs + OUT_OF_ORDER_MS_MAX &&
        later.atMs < (killedAtMs ?? Infinity) - READ_LATE_MS_MAX &&
        wasWritten(later),
    );
    if (left > 0) counted.set(answer.code ?? '', left - 1);
    else if (killedAtMs === undefined || isPassedOver) faults.push(`${told(answer)} has no record`);
    else lost.push({ answer, killedAtMs });
  }
  const left = [...counted.values()].reduce((a, b) => a + b, 0);
  return {
    answered: run.answers.length,
    withRecord,
    counted: inAll - left,
    lostByKills: lost.length,
    lostByOneKillMax: mostOfOneKill(lost),
    lostMsBeforeKillMax: Math.max(
      0,
      ...lost.map(({ answer, killedAtMs }) => killedAtMs - answer.atMs),
    ),
    faults,
  };
}

function isTrue(
  { verdict, code, objects }: AuditRecord,
  { taskId, code: told }: Answered,
): boolean {
  if (verdict === 'ACCEPTED') return taskId === null || objects.includes(`task:${taskId}`);
  if (taskId !== null) return verdict === 'UNCHANGED';
  return code === told && (verdict === 'FAILED' || verdict === 'DENIED');
}

/** When the node died that had yet to write the record; undefined where it lived on. */
function killOf(
  { url, atMs }: Answered,
  nodes: Parameters<typeof compareAnswers>[0]['nodes'],
): number | undefined {
  const lives = nodes.find((node) => node.url === url)?.lives ?? [];
  return lives
    .flatMap(({ killed }) => (killed === undefined ? [] : [killed.atMs]))
    .find((killedAtMs) => killedAtMs >= atMs - READ_LATE_MS_MAX);
}

function countsByCode(records: readonly AuditRecord[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { code, count } of records) {
    if (code !== null && count !== null) counts.set(code, (counts.get(code) ?? 0) + count);
  }
  return counts;
}

function mostOfOneKill(lost: readonly Lost[]): number {
  const counts = new Map<string, number>();
  for (const { answer, killedAtMs } of lost) {
    const kill = `${answer.url} ${killedAtMs}`;
    counts.set(kill, (counts.get(kill) ?? 0) + 1);
  }
  return Math.max(0, ...counts.values());
}

function told({ requestId, taskId, code }: Answered): string {
  return `request ${requestId}, answered with ${taskId ?? code ?? 'nothing'},`;
}
