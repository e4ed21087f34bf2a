import { readFile } from 'node:fs/promises';
import { buildSchema } from 'graphql';
import type { GeneratedFiles } from '../step.js';
import { alertsPage } from './reference/alerts-page.js';
import { asvsPage } from './reference/asvs-page.js';
import { errorsPage } from './reference/errors-page.js';
import { examplesPage } from './reference/examples-page.js';
import { metricsPage } from './reference/metrics-page.js';
import { modelPages } from './reference/model-pages.js';
import { modelsPage } from './reference/models-page.js';
import { operationsPage } from './reference/operations-page.js';
import { schemaPage } from './reference/schema-page.js';
import { environmentTemplate, settingsPage } from './reference/settings-page.js';

/** Written by `npm run sdk:update`, and kept as it is. */
const SDK_UPDATE = 'docs/reference/sdk-update.md';

const NO_UPDATE = `<!-- written by npm run sdk:update; do not edit -->

# Runway's SDK

\`npm run sdk:update\` writes its report here.
`;

/** docs/reference/models/: a page a model. */
export function emitModelPages(): GeneratedFiles {
  return modelPages();
}

/** docs/reference/, docs/asvs.md and `.env.example`, from the tables of the source and the emitted SDL. */
export async function emitReferencePages(): Promise<GeneratedFiles> {
  const sdl = await readFile('schema/schema.graphql', 'utf8');
  const update = await readFile(SDK_UPDATE, 'utf8').catch(() => NO_UPDATE);
  return new Map([
    [SDK_UPDATE, update],
    ['.env.example', environmentTemplate()],
    ['docs/reference/alerts.md', alertsPage()],
    ['docs/asvs.md', asvsPage()],
    ['docs/reference/operations.md', operationsPage()],
    ['docs/reference/errors.md', errorsPage()],
    ['docs/reference/examples.md', await examplesPage()],
    ['docs/reference/metrics.md', metricsPage()],
    ['docs/reference/models.md', modelsPage()],
    ['docs/reference/schema.md', schemaPage(buildSchema(sdl))],
    ['docs/reference/settings.md', settingsPage()],
  ]);
}
