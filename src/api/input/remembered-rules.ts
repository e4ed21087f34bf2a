import type { getMetadataStorage } from 'class-validator';

type Storage = ReturnType<typeof getMetadataStorage>;
type Find = Storage['getTargetValidationMetadatas'];

/**
 * Makes class-validator remember the rules of each class. By itself it looks through all classes for
 * inherited rules, for each value anew, which takes longer than to check a paid request by them. The
 * rules of a class and of its ancestors are complete before its first value exists. A value inside
 * another is asked for with the name of that one's class, so there is an entry for each class and
 * each class around it, at most.
 */
export function rememberRules(storage: Storage): void {
  const find: Find = storage.getTargetValidationMetadatas.bind(storage);
  const rulesOf = new Map<object, Map<string, ReturnType<Find>>>();
  storage.getTargetValidationMetadatas = (of, schema, always, strictGroups, groups) => {
    // Only what the gateway asks for: all rules of a class, without groups.
    if (always || strictGroups || groups !== undefined) {
      return find(of, schema, always, strictGroups, groups);
    }
    const bySchema = rulesOf.get(of) ?? new Map<string, ReturnType<Find>>();
    const rules = bySchema.get(schema) ?? find(of, schema, always, strictGroups, groups);
    rulesOf.set(of, bySchema.set(schema, rules));
    return rules;
  };
}
