import { Matches } from 'class-validator';
import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { DateTimeScalar } from '../../../scalars/date-time-scalar.js';
import { operations } from '../../../operations/operations.js';
import type { Context } from '../../../ports/context.js';
import { MaxLength, MinLength } from '../../../scalars/rules/bounds.js';
import type { Uploads } from '../../../services/resources/uploads.js';
import { checkArgument } from '../../input/check-argument.js';

@InputType('CreateUploadInput', { description: 'The file to be uploaded.' })
export class CreateUploadInput {
  @Field(() => String, {
    description: 'Its name with its real ending, e.g. `photo.png`. 3–255 characters.',
  })
  @MinLength(3)
  @MaxLength(255)
  @Matches(/^[^/\\\p{Cc}]+\.[A-Za-z0-9]{1,10}$/u)
  filename!: string;
}

@ObjectType('UploadField', { description: 'A field of the form, to be sent as it is.' })
export class UploadFieldType {
  @Field(() => String, { description: 'Name of the form field.' })
  name!: string;

  @Field(() => String, { description: 'Value of the form field.' })
  value!: string;
}

@ObjectType('CreateUploadPayload', {
  description:
    'A form (multipart/form-data) that takes one file of 512 bytes to 200 MB. It needs no key: treat it as a secret. When the post fails, ask for a new one.',
})
export class CreateUploadPayload {
  @Field(() => String, { description: 'Where to POST the form.' })
  uploadUrl!: string;

  @Field(() => [UploadFieldType], { description: 'Fields that go before the field `file`.' })
  fields!: UploadFieldType[];

  @Field(() => String, { description: 'What to use as media in inputs once the file is there.' })
  runwayUri!: string;

  @Field(() => DateTimeScalar, {
    description: 'When `runwayUri` stops working: after 24 hours.',
  })
  expiresAt!: Date;
}

@Resolver()
export class UploadResolver {
  constructor(private readonly uploads: Uploads) {}

  @Mutation(() => CreateUploadPayload, { description: operations.createUpload.description })
  async createUpload(
    @Arg('input', () => CreateUploadInput, {
      description: 'The file to be uploaded.',
      validateFn: checkArgument('input'),
    })
    input: CreateUploadInput,
    @Ctx() { viewer }: Context,
  ): Promise<CreateUploadPayload> {
    const upload = await this.uploads.create(viewer, input.filename);
    return {
      uploadUrl: upload.uploadUrl,
      fields: Object.entries(upload.fields).map(([name, value]) => ({ name, value })),
      runwayUri: upload.runwayUri,
      expiresAt: upload.expiresAt,
    };
  }
}
