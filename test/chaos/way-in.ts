import { selfSigned } from '../support/client/self-signed.js';
import { Firewall, type PassedLine } from '../support/firewall/firewall.js';
import { trustingFetch } from '../support/firewall/trusting-fetch.js';
import type { Answered } from './load.js';

/** Requests of a run, by its firewall's access log. */
export interface FirewallFigures {
  readonly requests: number;
  readonly answeredByNodes: readonly number[];
  readonly refusedByRules: number;
  /** A node was gone with the request, or no node was there. */
  readonly unanswered: number;
  readonly passedOver: number;
}

/** How clients reach the gateways of a run. */
export interface WayIn {
  /** Where clients ask, each of them at random. */
  readonly urls: readonly string[];
  readonly fetch: typeof fetch;
  /** Codes with which the way itself asks clients to come again. */
  readonly retryableCodes: readonly string[];
  /** The same answers, each with the address of the node that gave it. Call before `close`. */
  withNodes(answers: readonly Answered[]): Promise<readonly Answered[]>;
  figures(): Promise<FirewallFigures | undefined>;
  close(): Promise<void>;
}

/** Clients choose a node. */
export function directWay(nodeUrls: readonly string[]): WayIn {
  return {
    urls: nodeUrls,
    fetch,
    retryableCodes: [],
    withNodes: (answers) => Promise.resolve(answers),
    figures: () => Promise.resolve(undefined),
    close: () => Promise.resolve(),
  };
}

/** Every request goes through deploy/waf, which chooses the node. */
export async function firewallWay(nodeUrls: readonly string[]): Promise<WayIn> {
  const certificate = selfSigned('127.0.0.1');
  const firewall = await Firewall.start(nodeUrls, certificate);
  const client = trustingFetch(certificate.cert);
  return {
    urls: [firewall.url],
    fetch: client.fetch,
    // What it answers when a node is gone with the request, or all are.
    retryableCodes: ['DEADLINE_EXCEEDED'],
    withNodes: async (answers) => {
      const nodes = new Map(
        (await firewall.lines()).map((line) => [line.gatewayRequestId, nodeOf(line)]),
      );
      return answers.map((answer) => {
        const url = nodes.get(answer.requestId);
        if (url === undefined)
          throw new Error(`${answer.requestId}: the firewall does not know this answer.`);
        return { ...answer, url };
      });
    },
    figures: async () => figuresOf(await firewall.lines(), nodeUrls),
    close: async () => {
      await client.close();
      await firewall.stop();
    },
  };
}

function figuresOf(lines: readonly PassedLine[], nodeUrls: readonly string[]): FirewallFigures {
  const count = (isCounted: (line: PassedLine) => boolean): number =>
    lines.filter(isCounted).length;
  return {
    requests: lines.length,
    answeredByNodes: nodeUrls.map((url) =>
      count((line) => nodeOf(line) === url && line.gatewayRequestId !== ''),
    ),
    refusedByRules: count(({ status, node }) => status === '403' && node === ''),
    unanswered: count(({ status }) => status === '504'),
    passedOver: count(({ node }) => node.includes(', ')),
  };
}

/** A node that could not be reached stands before the one that answered. */
function nodeOf({ node }: PassedLine): string {
  return `http://${node.split(', ').at(-1) ?? ''}`;
}
