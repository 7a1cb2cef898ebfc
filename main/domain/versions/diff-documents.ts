// What differs between two states of a document, by field and by line.

export type FieldValue = string | number | null

/** A document laid out for comparing: its own fields, and its lines, each the same line in every state by its id. */
export type ComparedDocument = {
  fields: Readonly<Record<string, FieldValue>>
  lines: readonly ComparedLine[]
}

export type ComparedLine = {
  id: number
  /** How a reader knows the line: SKU or description. */
  label: string
  fields: Readonly<Record<string, FieldValue>>
}

export type FieldChange = { field: string; before: FieldValue; after: FieldValue }
export type LineChange = { what: 'added' | 'removed' | 'changed'; id: number; label: string; changes: FieldChange[] }
export type DocumentDiff = { fields: FieldChange[]; lines: LineChange[] }

/** Fields and lines that differ: lines in the order of the later state, then those that are gone. */
export function diffDocuments(before: ComparedDocument, after: ComparedDocument): DocumentDiff {
  const had = new Map(before.lines.map((line) => [line.id, line]))
  const has = new Set(after.lines.map((line) => line.id))
  const kept = after.lines.flatMap((line) => lineChange(had.get(line.id), line) ?? [])
  const gone = before.lines.filter((line) => !has.has(line.id)).map((line) => wholeLine('removed', line))
  return { fields: fieldChanges(before.fields, after.fields), lines: [...kept, ...gone] }
}

export function isSameDocument(before: ComparedDocument, after: ComparedDocument): boolean {
  const { fields, lines } = diffDocuments(before, after)
  return fields.length === 0 && lines.length === 0
}

function lineChange(before: ComparedLine | undefined, after: ComparedLine): LineChange | null {
  if (!before) return wholeLine('added', after)
  const changes = fieldChanges(before.fields, after.fields)
  return changes.length === 0 ? null : { what: 'changed', id: after.id, label: after.label, changes }
}

/** A line that is in one state only tells every field that says something. */
function wholeLine(what: 'added' | 'removed', { id, label, fields }: ComparedLine): LineChange {
  const said = Object.entries(fields).filter(([, value]) => value !== null && value !== '')
  const changes = said.map(([field, value]) =>
    what === 'added' ? { field, before: null, after: value } : { field, before: value, after: null },
  )
  return { what, id, label, changes }
}

/** Empty text and nothing are the same: neither says anything on paper. */
function fieldChanges(before: ComparedDocument['fields'], after: ComparedDocument['fields']): FieldChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const said = (value: FieldValue | undefined) => (value === undefined || value === '' ? null : value)
  return names
    .map((field) => ({ field, before: said(before[field]), after: said(after[field]) }))
    .filter((change) => change.before !== change.after)
}
