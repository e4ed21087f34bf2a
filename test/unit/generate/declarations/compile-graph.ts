import path from 'node:path';
import ts from 'typescript';

/** The source of an SDK, and the files that the generator makes of it by their paths. */
export interface GeneratedGraph {
  readonly name: string;
  readonly sdk: string;
  readonly files: ReadonlyMap<string, string>;
}

const ROOT = path.resolve('.');

/** Files that are not generated, parsed once for all programs. */
const libraries = new Map<string, ts.SourceFile>();

/**
 * What the compiler says against generated inputs and mappings, each graph over its own SDK and all over
 * the gateway's own scalars. One program for all, because the libraries take most of the time.
 */
export function compileGraphs(graphs: readonly GeneratedGraph[]): string[] {
  const sources = new Map<string, string>();
  for (const { name, sdk, files } of graphs) {
    sources.set(sdkFile(name), `${sdk}\nexport default RunwayML;\n`);
    for (const [file, text] of files) sources.set(path.join(homeOf(name), file), text);
  }
  const { options } = ts.convertCompilerOptionsFromJson(projectOptions(), ROOT);
  const host = ts.createCompilerHost(options);
  const own = { file: host.getSourceFile.bind(host), exists: host.fileExists.bind(host) };
  host.fileExists = (file) => sources.has(file) || own.exists(file);
  host.getSourceFile = (file, version) => {
    const text = sources.get(file);
    if (text !== undefined) return ts.createSourceFile(file, text, version);
    const known = libraries.get(file) ?? own.file(file, version);
    if (known !== undefined) libraries.set(file, known);
    return known;
  };
  host.resolveModuleNameLiterals = (literals, from, _redirected, given, source) =>
    literals.map((literal) => {
      const target = targetOf(literal.text, from, sources);
      if (target !== undefined) {
        return { resolvedModule: { resolvedFileName: target, extension: ts.Extension.Ts } };
      }
      const mode = ts.getModeForUsageLocation(source, literal, given);
      const base = from.startsWith(HOME) ? path.join(ROOT, 'src/main.ts') : from;
      return ts.resolveModuleName(literal.text, base, given, host, undefined, undefined, mode);
    });
  const program = ts.createProgram([...sources.keys()], { ...options, noEmit: true }, host);
  return [...sources.keys()].flatMap((file) => diagnosticsOf(program, file));
}

const HOME = path.join(ROOT, 'virtual-graphs');

function homeOf(name: string): string {
  return path.join(HOME, encodeURIComponent(name));
}

function sdkFile(name: string): string {
  return path.join(homeOf(name), 'sdk.ts');
}

/** The file of an import that is not to be found from a generated file's virtual place. */
function targetOf(
  wanted: string,
  from: string,
  sources: ReadonlyMap<string, string>,
): string | undefined {
  if (!from.startsWith(HOME)) return undefined;
  const [name = ''] = path.relative(HOME, from).split(path.sep);
  if (wanted === '@runwayml/sdk') return path.join(HOME, name, 'sdk.ts');
  if (!wanted.startsWith('.')) return undefined;
  const file = path.resolve(path.dirname(from), wanted.replace(/\.js$/, '.ts'));
  return sources.has(file) ? file : path.join(ROOT, path.relative(path.join(HOME, name), file));
}

function projectOptions(): object {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile.bind(ts.sys)) as {
    config: { compilerOptions: object };
  };
  return { ...config.compilerOptions, types: [] };
}

function diagnosticsOf(program: ts.Program, file: string): string[] {
  const source = program.getSourceFile(file);
  if (source === undefined) return [`${file} is missing`];
  const isSdk = path.basename(file) === 'sdk.ts';
  const found = isSdk
    ? []
    : [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
  const place = decodeURIComponent(path.relative(HOME, file));
  return found.map(
    ({ messageText }) => `${place}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`,
  );
}
