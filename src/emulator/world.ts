import type { Clock } from './server/emulator-clock.js';
import { Collection } from './resources/collection.js';
import { Credits } from './organization/account-credits.js';
import { findFile } from './media/files.js';
import type { Avatar, Document, Voice } from './resources/objects.js';
import { Outputs } from './media/outputs.js';
import { RouterConfigs } from './routing/router-configs.js';
import { Runs } from './tasks/runs.js';
import { hasRecording, Sessions } from './resources/sessions.js';
import type { Settings } from './control/emulator-settings.js';
import { Uploads } from './media/upload-handlers.js';

/** Everything that the emulator remembers, and that the families of methods share. */
export class World {
  readonly credits: Credits;
  readonly runs: Runs;
  readonly uploads: Uploads;
  readonly outputs: Outputs;
  readonly avatars: Collection<Avatar>;
  readonly voices: Collection<Voice>;
  readonly documents: Collection<Document>;
  readonly sessions: Sessions;
  readonly routers: RouterConfigs;

  constructor(
    readonly clock: Clock,
    readonly settings: Settings,
    /** Known only once the server listens. */
    baseUrl: () => string,
  ) {
    this.credits = new Credits(clock, settings);
    this.runs = new Runs(clock, settings, this.credits);
    this.uploads = new Uploads(clock, settings, baseUrl);
    this.avatars = new Collection(clock, 'Avatar');
    this.voices = new Collection(clock, 'Voice');
    this.documents = new Collection(clock, 'Document');
    this.sessions = new Sessions(clock, settings, this.credits);
    this.routers = new RouterConfigs(clock);
    const hasAvatar = (id: string) => this.avatars.find(id) !== undefined;
    const owners = {
      reference: hasAvatar,
      processed: hasAvatar,
      sample: (id: string) => this.voices.find(id) !== undefined,
      // No client holds it; its address is good until it expires.
      audition: () => true,
      recording: (id: string) => {
        const session = this.sessions.find(id);
        return session !== undefined && hasRecording(session);
      },
    };
    this.outputs = new Outputs(
      clock,
      settings,
      baseUrl,
      (id) => this.runs.findOutput(id) ?? findFile(id, owners),
    );
  }
}
