import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

const PORTS = 'src/ports';

/** A method as its interface declares it. */
export interface StoreMethod {
  readonly name: string;
  readonly asksForTenant: boolean;
}

/** The methods of every interface of a store, as the ports declare them. */
export function methodsOfStores(): StoreMethod[] {
  const files = readdirSync(PORTS, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('-store.ts'),
  );
  return files.flatMap((file) => {
    const text = readFileSync(`${PORTS}/${file}`, 'utf8');
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    return source.statements
      .filter(ts.isInterfaceDeclaration)
      .filter(({ name }) => name.text.endsWith('Store'))
      .flatMap(({ name, members }) =>
        members.filter(ts.isMethodSignature).map((method) => ({
          name: `${name.text}.${method.name.getText()}`,
          asksForTenant: method.parameters.some(
            (parameter) => parameter.name.getText() === 'tenantId',
          ),
        })),
      );
  });
}
