// The fields of a kind as the screen offers them.

import { choicesOf, type Field } from '#main/domain/import/fields/field.ts'
import { fieldsOf, neededFields } from '#main/domain/import/kinds.ts'
import type { ImportKind, Inspection } from '#shared/schemas/imports.ts'

/** Field keys in their usual order; a field is required when no set of needed fields does without it. */
export function describeFields(kind: ImportKind): Inspection['fields'] {
  const fields: readonly Field[] = fieldsOf[kind]
  const sets = neededFields[kind]
  return fields.map(({ key, type }) => ({
    key,
    isRequired: sets.every((set) => set.includes(key)),
    choices: [...(choicesOf[type] ?? [])],
  }))
}
