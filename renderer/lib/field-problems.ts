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

/** Schemas give their own codes as messages of one word; zod's own issues have a code and an English sentence. */
function issueCode(issue: Issue): string {
  if (/^[a-z_]+$/.test(issue.message)) return issue.message
  return issue.code ?? 'invalid'
}
