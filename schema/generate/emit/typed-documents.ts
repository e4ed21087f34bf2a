import { generate, loadContext } from '@graphql-codegen/cli';
import type { GeneratedFiles } from '../step.js';

/** What codegen.ts asks for, from the SDL that an earlier step wrote. */
export async function emitTypedDocuments(): Promise<GeneratedFiles> {
  const context = await loadContext('codegen.ts');
  context.updateConfig({ silent: true });
  const outputs = (await generate(context, false)) as readonly {
    filename: string;
    content: string;
  }[];
  return new Map(outputs.map(({ filename, content }) => [filename, content]));
}
