import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import type { OutputDisposition } from '../../domain/archive/output-disposition.js';
import { DateTimeScalar } from '../../scalars/date-time-scalar.js';
import { type OutputAddresses } from '../../services/archive/output-addresses.js';
import { OutputDispositionEnum } from '../enums.js';
import { TaskOutputType } from './task-type.js';

/** The addresses of an output, which are made when they are asked for. */
@Resolver(() => TaskOutputType)
export class OutputResolver {
  /** `url` and `expiresAt` of one answer agree. */
  readonly #ends = new WeakMap<TaskOutputType, Date>();

  constructor(private readonly addresses: OutputAddresses) {}

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
}
