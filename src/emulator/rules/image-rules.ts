import { entriesIn, when, type Rule } from './refusals.js';

/* Rules about pictures that a body names. Source: the comments of Runway's SDK. */

/** Pictures with a position are frames, those without are references. */
export const framesOrReferences: Rule = when(
  ({ promptImage }) => {
    const positioned = entriesIn(promptImage).filter(({ position }) => position !== undefined);
    return positioned.length > 0 && positioned.length < entriesIn(promptImage).length;
  },
  'promptImage',
  'Keyframes and references cannot be mixed',
);

export const lastAfterFirst: Rule = when(
  ({ promptImage }) => {
    const positions = entriesIn(promptImage).map(({ position }) => position);
    return positions.includes('last') && !positions.includes('first');
  },
  'promptImage',
  'A last frame requires a first frame',
);

export const oneOfEachPosition: Rule = ({ promptImage }) =>
  repeated(entriesIn(promptImage).map(({ position }) => position)).map((index) => ({
    path: ['promptImage', index, 'position'],
    message: 'Only one image may have this position',
  }));

export const uniqueTags: Rule = ({ referenceImages }) =>
  repeated(entriesIn(referenceImages).map(({ tag }) => tag)).map((index) => ({
    path: ['referenceImages', index, 'tag'],
    message: 'No two images may share the same tag',
  }));

/** Images without a position are references. */
export function referencesUpTo(max: number): Rule {
  return when(
    ({ promptImage }) =>
      entriesIn(promptImage).filter(({ position }) => position === undefined).length > max,
    'promptImage',
    `At most ${String(max)} reference images are allowed`,
  );
}

export function subjectsUpTo(subject: string, max: number): Rule {
  return when(
    ({ referenceImages }) =>
      entriesIn(referenceImages).filter((image) => image['subject'] === subject).length > max,
    'referenceImages',
    `At most ${String(max)} images of this subject are allowed`,
  );
}

/** Places of the values that stand before them in the list already. */
function repeated(values: readonly unknown[]): readonly number[] {
  return values.flatMap((value, index) =>
    value !== undefined && values.indexOf(value) < index ? [index] : [],
  );
}
