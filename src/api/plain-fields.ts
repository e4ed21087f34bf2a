import { getMetadataStorage } from 'type-graphql';

/**
 * Fields that are properties get no resolver, so that executors read the property. type-graphql makes
 * one for each of them unless it is told not to. Those under another name than the property's keep it.
 */
export function markPlainFields(): void {
  for (const field of getMetadataStorage().fields) {
    if (field.name === field.schemaName) field.simple ??= true;
  }
}
