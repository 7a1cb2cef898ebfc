// Problems of a form's values by field path, as codes: what the schema refuses, in the words of fields.json.
import type { z } from 'zod'

export type FieldProblems = Record<string, string>

type Issue = { code?: string; message: string; path: readonly PropertyKey[]; input?: unknown }

/** Checks a value against a schema; answers what was parsed, or a code for each field that is refused (the first of each). */
export function parseFields<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): { ok: true; value: z.output<Schema> } | { ok: false; problems: FieldProblems } {
  const result = schema.safeParse(value)
  if (result.success) return { ok: true, value: result.data }
  const problems: FieldProblems = {}
  for (const issue of result.error.issues as Issue[]) problems[issue.path.map(String).join('.')] ??= issueCode(issue)
  return { ok: false, problems }
}

/**
 * Problems of rows that travelled without the blank ones, at the rows of the form: with places [2], `lines.0.quantity` is
 * `lines.2.quantity` of a form whose first two lines are blank. Other problems stay where they are.
 */
export function inFormOrder(problems: FieldProblems, rows: string, places: readonly number[]): FieldProblems {
  const placed = Object.entries(problems).map(([path, code]) => {
    const [list, index, ...rest] = path.split('.')
    const isRow = list === rows && index !== undefined
    return [isRow ? [rows, places[Number(index)] ?? index, ...rest].join('.') : path, code]
  })
  return Object.fromEntries(placed)
}

/** Schemas give their own codes as messages of one word; zod's own issues have a code and an English sentence. */
function issueCode(issue: Issue): string {
  if (/^[a-z_]+$/.test(issue.message)) return issue.message
  return issue.code ?? 'invalid'
}
