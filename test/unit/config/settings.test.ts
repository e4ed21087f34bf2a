// Guarantee: a setting that nothing reads does not exist. The compiler says which code reads which
// member of Config, so a word that only looks like the member's name does not count.
import { resolve } from 'node:path';
import ts from 'typescript';
import { listSettings } from '../../../src/config/setting.js';
import { SETTING_NAMES, SETTING_SECTIONS, SETTINGS } from '../../../src/config/settings.js';

const PROJECT = resolve(__dirname, '../../..');

/** The rows and the rules between them: what they read is checked and not yet used. */
const IS_TABLE = /\/src\/config\/(?:settings\/|settings|setting-rules)/;

/** The environment variable of a row. */
function variableOf(row: ts.Expression): string | undefined {
  if (!ts.isCallExpression(row) && !ts.isNewExpression(row)) return undefined;
  const [name] = row.arguments ?? [];
  return name !== undefined && ts.isStringLiteral(name) ? name.text : undefined;
}

/** Whether the value goes on as a whole: its members are then read under another type. */
function isHandedOn({ parent }: ts.Node): boolean {
  if (ts.isPropertyAccessExpression(parent) || ts.isSpreadAssignment(parent)) return false;
  return !(ts.isVariableDeclaration(parent) && ts.isObjectBindingPattern(parent.name));
}

/** Code gets the configuration through its type, and the parts of src/app/ through their `Base`. */
function mayReadConfig({ fileName, text }: ts.SourceFile): boolean {
  const isConfigOrPart = /\/src\/(?:config\/config[.]ts$|app\/)/.test(fileName);
  return isConfigOrPart || text.includes("/config/config.js'");
}

function variablesRead(program: ts.Program, files: readonly ts.SourceFile[]): ReadonlySet<string> {
  const checker = program.getTypeChecker();
  const found = new Set<string>();
  const note = (property: ts.Symbol | undefined, isWhole: boolean): void => {
    for (const declaration of property?.declarations ?? []) {
      if (!ts.isPropertyAssignment(declaration)) continue;
      const { fileName } = declaration.getSourceFile();
      if (!fileName.includes('/src/config/')) continue;
      const isGroup =
        !IS_TABLE.test(fileName) || ts.isObjectLiteralExpression(declaration.initializer);
      if (isGroup && isWhole) {
        for (const member of checker.getTypeAtLocation(declaration).getProperties()) {
          note(member, true);
        }
      } else if (!isGroup) {
        const variable = variableOf(declaration.initializer);
        if (variable !== undefined) found.add(variable);
      }
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) {
      note(checker.getSymbolAtLocation(node.name), isHandedOn(node));
    } else if (ts.isBindingElement(node)) {
      const name = node.propertyName ?? node.name;
      const isRest = node.dotDotDotToken !== undefined;
      const type = checker.getTypeAtLocation(node.parent);
      if (ts.isIdentifier(name) && !isRest) note(type.getProperty(name.text), false);
    }
    ts.forEachChild(node, visit);
  };
  files.forEach(visit);
  return found;
}

/** The program of the gateway with one more file. */
function programWith(extra: { readonly path: string; readonly text: string }): ts.Program {
  const read = ts.readConfigFile(`${PROJECT}/tsconfig.json`, (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, PROJECT);
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  host.readFile = (path) => (path === extra.path ? extra.text : readFile(path));
  return ts.createProgram([`${PROJECT}/src/main.ts`, extra.path], options, host);
}

const READER = {
  path: `${PROJECT}/src/reader.ts`,
  text: [
    "import type { SettingValues } from './config/settings.js';",
    'export function read(values: SettingValues, other: { readonly retentionDays: number }) {',
    '  const { port, audit, ...others } = values;',
    '  return [port, audit.anchorFile, { ...others.runway }, other.retentionDays];',
    '}',
  ].join('\n'),
};

describe('The table of settings', () => {
  it('holds no setting that nothing reads; neither a spread nor a like name reads one', () => {
    const program = programWith(READER);
    const isReader = ({ fileName }: ts.SourceFile): boolean => fileName === READER.path;
    const all = program.getSourceFiles();
    const [byReader, byGateway] = [all.filter(isReader), all.filter(mayReadConfig)];
    expect([...variablesRead(program, byReader)].sort()).toEqual(['AUDIT_ANCHOR_FILE', 'PORT']);
    expect([...variablesRead(program, byGateway)].sort()).toEqual([...SETTING_NAMES].sort());
  }, 300_000);

  it('has each setting under one heading', () => {
    const listed = SETTING_SECTIONS.flatMap(({ settings }) => listSettings(settings));
    expect(listed.map(({ name }) => name).sort()).toEqual(
      listSettings(SETTINGS)
        .map(({ name }) => name)
        .sort(),
    );
    expect(SETTING_NAMES.size).toBe(listed.length);
  });

  it('describes each setting in sentences', () => {
    const unsaid = listSettings(SETTINGS).filter(({ options }) => !/^\S.*[.]$/.test(options.text));
    expect(unsaid.map(({ name }) => name)).toEqual([]);
  });
});
