import path from 'node:path';
import type { ClassDeclaration, MethodDeclaration, SourceFile, TypeNode } from 'ts-morph';
import { Node, Project, SyntaxKind } from 'ts-morph';

/** Where npm put the SDK; the generator runs in the project's root. */
export const INSTALLED_SDK = path.resolve('node_modules/@runwayml/sdk');

const VERBS: Readonly<Record<string, string>> = {
  get: 'GET',
  getAPIList: 'GET',
  post: 'POST',
  patch: 'PATCH',
  put: 'PUT',
  delete: 'DELETE',
};

/** One method of the SDK, and the call it makes. */
export interface SdkMethodFacts {
  /** As one writes it on a client, e.g. `generate.video.create`. */
  readonly name: string;
  readonly verb: string;
  /** Runway's path; ids appear as `{id}`. */
  readonly path: string;
  /** The declared type of the request's body; undefined when the method takes none. */
  readonly body: TypeNode | undefined;
  /** Which parameter of the method the body is, from 0; -1 when it takes none. */
  readonly bodyPosition: number;
  /** The declared type of the query's parameters; undefined when the method takes none. */
  readonly query: TypeNode | undefined;
  /** The declared type of what the method returns. */
  readonly returns: TypeNode;
}

/** Every method of the SDK in a folder, sorted by name. */
export function readSdk(folder = INSTALLED_SDK): SdkMethodFacts[] {
  const source = path.join(folder, 'src');
  const project = new Project({
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    compilerOptions: { strict: true, noLib: true, types: [] },
  });
  project.addSourceFilesAtPaths([
    path.join(source, 'client.ts'),
    path.join(source, 'resources/**/*.ts'),
  ]);
  return readMethods(project.getSourceFileOrThrow(path.join(source, 'client.ts')));
}

/** Every method of the client that a file declares, sorted by name. */
export function readMethods(file: SourceFile): SdkMethodFacts[] {
  const client = file.getClassOrThrow('RunwayML');
  return methodsOf(client, '').sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The declaration that a name in a type stands for, across imports; undefined for what the SDK does not declare. */
export function findDeclaration(name: Node): Node | undefined {
  return findDeclarations(name)[0];
}

/** All declarations of a name: an interface may have several. */
export function findDeclarations(name: Node): Node[] {
  const symbol = name.getSymbol();
  const declarations = (symbol?.getAliasedSymbol() ?? symbol)?.getDeclarations() ?? [];
  return declarations.filter(
    (candidate) =>
      Node.isInterfaceDeclaration(candidate) ||
      Node.isTypeAliasDeclaration(candidate) ||
      Node.isClassDeclaration(candidate),
  );
}

/** A class's own calls, and those of the resources that it holds as properties. */
function methodsOf(owner: ClassDeclaration, prefix: string): SdkMethodFacts[] {
  const own = prefix === '' ? [] : owner.getMethods().flatMap((method) => factsOf(method, prefix));
  const nested = owner.getProperties().flatMap((property) => {
    const created = property.getInitializerIfKind(SyntaxKind.NewExpression);
    if (created === undefined) return [];
    const resource = findDeclaration(rightmost(created.getExpression()));
    if (!Node.isClassDeclaration(resource)) return [];
    return methodsOf(resource, `${prefix}${property.getName()}.`);
  });
  return [...own, ...nested];
}

function factsOf(method: MethodDeclaration, prefix: string): SdkMethodFacts[] {
  for (const call of method.getDescendantsOfKind(SyntaxKind.CallExpression)) {
    const match = /^this\._client\.(\w+)$/.exec(call.getExpression().getText().replace(/\s+/g, ''));
    const verb = match?.[1] === undefined ? undefined : VERBS[match[1]];
    const target = call.getArguments()[0];
    if (verb === undefined || target === undefined) continue;
    return [
      {
        name: `${prefix}${method.getName()}`,
        verb,
        path: pathOf(target),
        body: method.getParameter('body')?.getTypeNode(),
        bodyPosition: method.getParameters().findIndex((given) => given.getName() === 'body'),
        query: method.getParameter('query')?.getTypeNode(),
        returns: method.getReturnTypeNodeOrThrow(),
      },
    ];
  }
  return [];
}

function pathOf(node: Node): string {
  if (Node.isStringLiteral(node)) return node.getLiteralValue();
  if (Node.isTaggedTemplateExpression(node)) {
    return node
      .getTemplate()
      .getText()
      .slice(1, -1)
      .replace(/\$\{[^}]*\}/g, '{id}');
  }
  // Seen in no version so far. The text at least tells a reader of the report what to look at.
  return node.getText();
}

function rightmost(node: Node): Node {
  return Node.isPropertyAccessExpression(node) ? node.getNameNode() : node;
}
