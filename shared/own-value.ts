// Looking a name up that came from outside: every object also answers to `constructor`, `toString` and `__proto__`.

/** The record's own value of the name; undefined for names that it only inherits. */
export function ownValue<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
