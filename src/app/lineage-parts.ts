import { OutputUploader } from '../pollers/output-uploader.js';
import { noCrashPoints } from '../ports/crash-points.js';
import type { OutputFiles } from '../ports/lineage/output-files.js';
import { AwaitedInputs } from '../services/lineage/awaited-inputs.js';
import { InputOutputs } from '../services/lineage/input-outputs.js';
import { OutputUploads } from '../services/lineage/output-uploads.js';
import { PreparedInputs } from '../services/lineage/prepared-inputs.js';
import { TaskSources } from '../services/lineage/task-sources.js';
import type { BackgroundLoop, Base } from './base.js';
import type { Machine } from './machine.js';
import type { Runway } from './runway.js';
import type { Storage } from './storage.js';

/** Outputs as inputs: whose they are, and the uploads that stand for them. */
export function buildInputs({ clock, signals }: Base, { stores }: Pick<Storage, 'stores'>) {
  const inputOutputs = new InputOutputs(stores.tasks, stores.archive);
  const inputs = new PreparedInputs({
    store: stores.outputUploads,
    clock,
    onWork: () => {
      signals.wake('outputUpload');
    },
  });
  const awaitedInputs = new AwaitedInputs({ prepared: inputs, clock });
  const taskSources = new TaskSources(stores.tasks);
  return { inputOutputs, inputs, awaitedInputs, taskSources };
}

export type Inputs = ReturnType<typeof buildInputs>;

/** What makes the uploads. */
export function buildOutputUploads(
  { clock, log, signals }: Base,
  { stores }: Pick<Storage, 'stores'>,
  { api, forms }: Runway,
  files: OutputFiles,
  { random = Math.random, crashPoints = noCrashPoints }: Machine,
) {
  const uploads = new OutputUploads({
    ...{ store: stores.outputUploads, files, runway: api, forms, clock, log, random, crashPoints },
    onWork: () => {
      signals.wake('submission');
    },
  });
  const uploader = new OutputUploader({ uploads, clock, log });
  signals.on('outputUpload', () => {
    uploader.wake();
  });
  const loops: readonly BackgroundLoop[] = [uploader];
  return { outputUploads: uploads, loops };
}
