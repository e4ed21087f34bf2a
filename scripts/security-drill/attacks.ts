import { randomUUID } from 'node:crypto';
import type { AlertRuleId } from '../../src/domain/alerts/alert-rules.js';
import type { DrillStage, SeenAlert } from './drill-stage.js';

/** How the drill makes one rule fire. */
export interface Attack {
  /** What it cannot do without: a Runway that costs nothing, or a second network. */
  readonly needs?: 'emulator' | 'secondAddress';
  /** Returns which alert is meant. */
  readonly run: (stage: DrillStage) => Promise<(alert: SeenAlert) => boolean>;
}

const NO_SCOPE = '{ tenants { nodes { id } } }';
const VIEWER = '{ viewer { expiresAt } }';
const BUY = `mutation ($text: String!) {
  createTextToVideo(input: { gen4_5: { promptText: $text, ratio: RATIO_1280_720, duration: 5 } }) {
    task { id }
  }
}`;

const SPENDING = ['GENERATE_VIDEO', 'TASK_READ'] as const;

async function times(count: number, work: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < count; time += 1) await work();
}

const about =
  (subject: string) =>
  (alert: SeenAlert): boolean =>
    alert.subject === subject;

const anyAddress = ({ subject }: SeenAlert): boolean => subject.startsWith('address:');

async function refusedKey(stage: DrillStage): Promise<string> {
  const { id, text } = await stage.makeKey(['TASK_READ']);
  await times(20, () => stage.send(NO_SCOPE, text));
  return id;
}

async function guessSecret(stage: DrillStage): Promise<string> {
  const { id, text } = await stage.makeKey(['TASK_READ']);
  const wrong = `${text.slice(0, -6)}AAAAAA`;
  await times(31, () => stage.send(VIEWER, wrong));
  return id;
}

async function buy(stage: DrillStage, count: number, text: string): Promise<string> {
  const key = await stage.makeKey(SPENDING);
  await times(count, async () => {
    const { errors } = await stage.send(BUY, key.text, { variables: { text } });
    if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join(' '));
  });
  return key.id;
}

const RUNWAY_USE = { drill_a: 7, drill_b: 17, drill_c: 19 } as const;
const RUNWAY_CAPS = { drill_a: 10, drill_b: 20, drill_c: 20 } as const;

/** What Runway says of an account with three models at 70, 85 and 95 % of their generations of a day. */
const NEARLY_USED_UP = {
  creditBalance: 1_000_000,
  tier: {
    maxMonthlyCreditSpend: 1_000_000,
    models: Object.fromEntries(
      Object.entries(RUNWAY_CAPS).map(([model, maxDailyGenerations]) => [
        model,
        { maxConcurrentGenerations: 10, maxDailyGenerations },
      ]),
    ),
  },
  usage: {
    models: Object.fromEntries(
      Object.entries(RUNWAY_USE).map(([model, dailyGenerations]) => [model, { dailyGenerations }]),
    ),
  },
};

/** The gateway reads the limits of an account before its first submission. */
const reachLimit: Attack = {
  needs: 'emulator',
  run: async (stage) => {
    stage.emulator?.setFault({ method: 'GET', path: '/v1/organization', body: NEARLY_USED_UP });
    await buy(stage, 1, 'A lighthouse');
    return ({ subject }) => subject.startsWith('account:');
  },
};

/**
 * The attack of each rule: one that is missing does not compile. Those on Runway's limits come first,
 * because the limits are read once a minute, and those on addresses last, because an answer to them
 * slows the others.
 */
export const ATTACKS: Readonly<Record<AlertRuleId, Attack>> = {
  runway_limit_70: reachLimit,
  runway_limit_85: reachLimit,
  runway_limit_95: reachLimit,
  spend_of_tenant: {
    needs: 'emulator',
    run: async (stage) => {
      await buy(stage, 2, 'A lighthouse');
      return about(`tenant:${stage.tenant}`);
    },
  },
  spend_of_caller: {
    needs: 'emulator',
    run: async (stage) => about(`key:${await buy(stage, 2, 'A lighthouse')}`),
  },
  moderation_of_tenant: {
    needs: 'emulator',
    run: async (stage) => {
      await buy(stage, 8, '[moderated]');
      return about(`tenant:${stage.tenant}`);
    },
  },
  moderation_of_caller: {
    needs: 'emulator',
    run: async (stage) => about(`key:${await buy(stage, 5, '[moderated]')}`),
  },
  new_network: {
    needs: 'secondAddress',
    run: async (stage) => {
      const { id, text } = await stage.makeKey(['TASK_READ']);
      await stage.send(VIEWER, text);
      await stage.send(VIEWER, text, { fromElsewhere: true });
      return about(`key:${id}`);
    },
  },
  denials_of_caller: { run: async (stage) => about(`key:${await refusedKey(stage)}`) },
  id_enumeration: {
    run: async (stage) => {
      const { id, text } = await stage.makeKey(['TASK_READ']);
      await times(50, () => stage.send(`{ task(id: "${randomUUID()}") { id } }`, text));
      return about(`key:${id}`);
    },
  },
  ended_credential: {
    run: async (stage) => {
      const { id, text } = await stage.makeKey(['TASK_READ']);
      await stage.asOperator('mutation ($id: ID!) { revokeApiKey(id: $id) { apiKey { id } } }', {
        id,
      });
      await stage.send(VIEWER, text);
      return about(`key:${id}`);
    },
  },
  denials_of_address: {
    run: async (stage) => {
      await times(3, () => refusedKey(stage));
      return anyAddress;
    },
  },
  attacked_key: { run: async (stage) => about(`key:${await guessSecret(stage)}`) },
  // The guesses of the attack before count, too.
  credential_stuffing: {
    run: async (stage) => {
      await times(2, () => stage.send(VIEWER, null));
      return anyAddress;
    },
  },
};
