/** For `node --import`: the packages of optionalDependencies are not found, as after --omit=optional. */
import { readFileSync } from 'node:fs';
import { register } from 'node:module';

const { optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

const hook = `
const names = ${JSON.stringify(Object.keys(optionalDependencies))};
export async function resolve(specifier, context, next) {
  if (names.some((name) => specifier === name || specifier.startsWith(name + '/'))) {
    throw Object.assign(new Error('Cannot find package ' + specifier), { code: 'ERR_MODULE_NOT_FOUND' });
  }
  return await next(specifier, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
