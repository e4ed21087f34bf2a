import { buildSchema, isInputType, type GraphQLInputType } from 'graphql';
import { graphqlPath } from '../../../src/api/errors/graphql-path.js';

const schema = buildSchema(/* GraphQL */ `
  input Choice @oneOf {
    gen4_5: Model
    veo3_1: Model
  }
  input Model {
    promptText: String
    promptImage: [Image!]
    keyframes: [Keyframe!]
    settings: Settings
  }
  input Image {
    uri: String
  }
  input Keyframe @oneOf {
    atSeconds: AtSeconds
    atFraction: AtFraction
  }
  input AtSeconds {
    seconds: Float
    range: Range
  }
  input AtFraction {
    at: Float
  }
  input Range {
    startSeconds: Float
  }
  input Settings {
    publicFigureThreshold: String
  }
  input Workflow {
    nodeOutputs: [Node!]
  }
  input Node {
    nodeId: String
    outputs: [NodeOutput!]
  }
  input NodeOutput {
    key: String
    value: Value
  }
  input Value @oneOf {
    text: String
    number: Float
  }
`);

function typeOf(name: string): GraphQLInputType {
  const type = schema.getType(name);
  if (!isInputType(type)) throw new Error(name);
  return type;
}

const model = {
  promptText: 'a',
  promptImage: [{ uri: 'a' }, { uri: 'b' }],
  keyframes: [
    { atFraction: { at: 0.5 } },
    { atSeconds: { seconds: 1, range: { startSeconds: 0 } } },
  ],
  settings: { publicFigureThreshold: 'LOW' },
};

const workflow = {
  nodeOutputs: [
    { nodeId: 'a', outputs: [{ key: 'text', value: { text: 'x' } }] },
    {
      nodeId: 'b',
      outputs: [
        { key: 'seed', value: { number: 1 } },
        { key: 'text', value: { text: 'y' } },
      ],
    },
    { nodeId: 'c', outputs: [] },
  ],
};

describe('graphqlPath', () => {
  it.each<[string, object, (string | number)[], string]>([
    ['Choice', { veo3_1: model }, ['promptText'], 'veo3_1.promptText'],
    ['Choice', { gen4_5: undefined, veo3_1: model }, ['promptText'], 'veo3_1.promptText'],
    ['Choice', { gen4_5: model }, ['promptImage', 1, 'uri'], 'gen4_5.promptImage.1.uri'],
    ['Choice', { gen4_5: model }, ['promptImage', 1], 'gen4_5.promptImage.1'],
    ['Choice', { gen4_5: model }, ['promptImage', 9, 'uri'], 'gen4_5.promptImage.9.uri'],
    ['Choice', { gen4_5: model }, ['keyframes', 0, 'at'], 'gen4_5.keyframes.0.atFraction.at'],
    [
      'Choice',
      { gen4_5: model },
      ['keyframes', 1, 'range', 'start_seconds'],
      'gen4_5.keyframes.1.atSeconds.range.startSeconds',
    ],
    [
      'Choice',
      { gen4_5: model },
      ['settings', 'publicFigureThreshold'],
      'gen4_5.settings.publicFigureThreshold',
    ],
    ['Workflow', workflow, ['nodeOutputs'], 'nodeOutputs'],
    ['Workflow', workflow, ['nodeOutputs', 'b'], 'nodeOutputs.1'],
    ['Workflow', workflow, ['nodeOutputs', 'b', 'text'], 'nodeOutputs.1.outputs.1'],
    [
      'Workflow',
      workflow,
      ['nodeOutputs', 'b', 'text', 'value'],
      'nodeOutputs.1.outputs.1.value.text',
    ],
    [
      'Workflow',
      workflow,
      ['nodeOutputs', 'b', 'seed', 'value'],
      'nodeOutputs.1.outputs.0.value.number',
    ],
  ])('finds the place in %s (%#)', (type, value, path, expected) => {
    expect(graphqlPath(typeOf(type), value, path)).toBe(expected);
  });

  it.each<[string, object, (string | number)[], string]>([
    ['Choice', { gen4_5: model }, [], ''],
    ['Choice', { gen4_5: model }, ['model'], 'gen4_5'],
    ['Choice', { gen4_5: model }, ['promptText', 'deeper'], 'gen4_5.promptText'],
    ['Choice', { gen4_5: model }, ['settings', 'unknown'], 'gen4_5.settings'],
    ['Workflow', workflow, ['nodeOutputs', 'c', 'nothing'], 'nodeOutputs.2.outputs.0'],
  ])('finds the nearest place where %s has none (%#)', (type, value, path, expected) => {
    expect(graphqlPath(typeOf(type), value, path)).toBe(expected);
  });
});
