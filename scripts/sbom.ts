/**
 * `npm run sbom [-- --out FILE]`: the bill of materials of what is shipped, in CycloneDX: the packages
 * of production with their versions, hashes, licences and dependencies. It reads the lockfile and needs
 * no network. Throws where a package of the lockfile is missing in it.
 *
 * `npm sbom --omit dev` leaves out packages that production and development share. So npm lists all of
 * them, and the lockfile decides which are shipped.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { readLockedPackages } from './supply-chain/locked-packages.js';
import { readScriptOptions } from './script-options.js';

interface Component {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}

interface Bill {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly {
    readonly ref: string;
    readonly dependsOn: readonly string[];
  }[];
}

function wholeBill(): Bill {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];
  const printed = execFileSync('npm', args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  return JSON.parse(printed) as Bill;
}

/** The bill without what is not shipped. */
function shippedBill(bill: Bill): Bill {
  const { name } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly name: string };
  const shipped = new Set(
    readLockedPackages('.')
      .filter(({ isProduction }) => isProduction)
      .map((locked) => `${locked.name}@${locked.version}`),
  );
  const idOf = (component: Component): string => `${component.name}@${component.version}`;
  const components = bill.components.filter((component) => shipped.has(idOf(component)));
  const hashed = new Set(
    components.filter(({ hashes }) => hashes?.some(({ alg }) => alg === 'SHA-512')).map(idOf),
  );
  const missing = [...shipped].filter((id) => !hashed.has(id));
  if (missing.length > 0) {
    throw new Error(`The bill of materials lacks, or has no hash of: ${missing.join(', ')}.`);
  }
  const root = bill.metadata.component;
  const refs = new Set([...components, root].map((component) => component['bom-ref']));
  return {
    ...bill,
    // npm names the bill after the folder that it runs in.
    metadata: { ...bill.metadata, component: { ...root, name, type: 'application' } as Component },
    components,
    dependencies: bill.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((on) => refs.has(on)) })),
  };
}

const values = readScriptOptions(import.meta.url, { out: { type: 'string' } });
const bill = shippedBill(wholeBill());
const text = `${JSON.stringify(bill, null, 2)}\n`;
if (values.out === undefined) process.stdout.write(text);
else {
  writeFileSync(values.out, text);
  console.log(`${values.out}: ${String(bill.components.length)} packages of production.`);
}
