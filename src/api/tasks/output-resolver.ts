import DataLoader from 'dataloader';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { OutputDisposition } from '../../domain/archive/output-disposition.js';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import { type OutputAddresses } from '../../services/archive/output-addresses.js';
import type { ArchivedOutput } from '../../domain/archive/archived-output.js';
import type { Context } from '../../ports/context.js';
import type { OutputArchive } from '../../services/archive/output-archive.js';
import { OutputDispositionEnum } from '../enums.js';
import { OutputArchiveType } from './archive-type.js';
import { TaskOutputType } from './task-type.js';

/** The addresses of an output, which are made when they are asked for, and its copy. */
@Resolver(() => TaskOutputType)
export class OutputResolver {
  /** `url` and `expiresAt` of one answer agree. */
  readonly #ends = new WeakMap<TaskOutputType, Date>();

  readonly #loaders = new WeakMap<
    Context,
    DataLoader<TaskOutputType, ArchivedOutput | undefined>
  >();

  constructor(
    private readonly addresses: OutputAddresses,
    private readonly outputArchive: OutputArchive,
  ) {}

  @FieldResolver(() => String, {
    description:
      'Signed address at this gateway: its holder can fetch the file until `expiresAt`. Read the task again for a new one. The file comes from the archive; one that is not in the archive comes from Runway for as long as Runway keeps it (24–48 hours).',
  })
  async url(
    @Root() output: TaskOutputType,
    @Arg('disposition', () => OutputDispositionEnum, {
      defaultValue: 'ATTACHMENT',
      description: 'Whether a page may show it.',
    })
    disposition: OutputDisposition,
  ): Promise<string> {
    const { task, position } = output;
    const expiresAt = this.expiresAt(output);
    return (await this.addresses.addressOf(task, position, { expiresAt, disposition })).url;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: 'When the URL stops working. Never null.',
  })
  expiresAt(@Root() output: TaskOutputType): Date {
    const known = this.#ends.get(output) ?? this.addresses.nextEnd();
    this.#ends.set(output, known);
    return known;
  }

  @FieldResolver(() => OutputArchiveType, {
    nullable: true,
    description: 'The gateway’s own copy; null where it makes none.',
  })
  async archive(
    @Root() output: TaskOutputType,
    @Ctx() context: Context,
  ): Promise<OutputArchiveType | null> {
    return (await this.#loaderOf(context).load(output)) ?? null;
  }

  /** All outputs of an answer are looked up together. */
  #loaderOf(context: Context): DataLoader<TaskOutputType, ArchivedOutput | undefined> {
    const known = this.#loaders.get(context);
    if (known !== undefined) return known;
    const loader = new DataLoader(
      async (outputs: readonly TaskOutputType[]) => await this.#archived(outputs),
      { cache: false },
    );
    this.#loaders.set(context, loader);
    return loader;
  }

  /** An operator's list has tasks of several tenants. */
  async #archived(
    outputs: readonly TaskOutputType[],
  ): Promise<readonly (ArchivedOutput | undefined)[]> {
    const tenants = [...new Set(outputs.map(({ task }) => task.tenantId))];
    const byOutput = new Map<TaskOutputType, ArchivedOutput | undefined>();
    for (const tenantId of tenants) {
      const own = outputs.filter(({ task }) => task.tenantId === tenantId);
      const found = await this.outputArchive.find(
        tenantId,
        own.map(({ id }) => id),
      );
      for (const [index, output] of own.entries()) byOutput.set(output, found[index]);
    }
    return outputs.map((output) => byOutput.get(output));
  }
}
