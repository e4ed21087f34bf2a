import type { Clock } from './server/emulator-clock.js';
import type { Organization, Settings } from './control/emulator-settings.js';
import { World } from './world.js';

/** The world that every bearer sees that no other organisation has. */
export interface FirstWorld {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly baseUrl: () => string;
}

/**
 * One world for each organisation of the settings, and the first one for all other bearers. An
 * organisation is known again by any of its secrets, so that they can be replaced while it lives.
 */
export class Worlds {
  readonly first: World;
  readonly #options: FirstWorld;
  readonly #others: { secrets: readonly string[]; readonly world: World }[] = [];

  constructor(options: FirstWorld) {
    this.#options = options;
    this.first = new World(options.clock, options.settings, options.baseUrl);
  }

  worldOf(bearer: string): World {
    const { organizations } = this.#options.settings;
    const organization = organizations.find(({ secrets }) => secrets.includes(bearer));
    if (organization === undefined) return this.first;
    const { secrets } = organization;
    const known = this.#others.find((other) => other.secrets.some((one) => secrets.includes(one)));
    if (known !== undefined) {
      known.secrets = secrets;
      return known.world;
    }
    const world = this.#newWorld(organization);
    this.#others.push({ secrets, world });
    return world;
  }

  /** What every organisation knows under addresses that carry no bearer. */
  get all(): readonly World[] {
    return [this.first, ...this.#others.map(({ world }) => world)];
  }

  /** Nothing stands in it. Settings that it does not have itself are those of all. */
  #newWorld({ credits, concurrency }: Organization): World {
    const { clock, settings, baseUrl } = this.#options;
    const own = {
      credits: credits ?? settings.credits,
      ...(concurrency !== undefined && { concurrency }),
    };
    return new World(clock, Object.assign(Object.create(settings) as Settings, own), baseUrl);
  }
}
