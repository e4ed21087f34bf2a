import { Field, Float, ObjectType } from 'type-graphql';
import type { ArchiveStatus } from '../../domain/archive/archived-output.js';
import { ArchiveStatusEnum } from '../enums.js';

@ObjectType('OutputArchive', { description: 'The gateway’s own copy of an output.' })
export class OutputArchiveType {
  @Field(() => ArchiveStatusEnum, { description: 'Where the copy stands.' })
  status!: ArchiveStatus;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the file, in hex; null unless it is KEPT.',
  })
  sha256!: string | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Length of the file; null unless it is KEPT.',
  })
  bytes!: number | null;
}
