import type { Clock } from './clock.js';
import { Credits } from './credits.js';
import { Outputs } from './outputs.js';
import { Runs } from './runs.js';
import type { Settings } from './settings.js';
import { Uploads } from './uploads.js';

/** Everything that the emulator remembers, and that the families of methods share. */
export class World {
  readonly credits: Credits;
  readonly runs: Runs;
  readonly uploads: Uploads;
  readonly outputs: Outputs;

  constructor(
    readonly clock: Clock,
    readonly settings: Settings,
    /** Known only once the server listens. */
    baseUrl: () => string,
  ) {
    this.credits = new Credits(clock, settings);
    this.runs = new Runs(clock, settings, this.credits);
    this.uploads = new Uploads(clock, settings, baseUrl);
    this.outputs = new Outputs(clock, settings, baseUrl, (id) => this.runs.findOutput(id));
  }
}
