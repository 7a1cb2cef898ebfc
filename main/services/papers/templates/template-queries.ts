// Templates as the designer and the choice beside a paper see them, and what is wrong with one.

import type { z } from 'zod'
import type { ReadDb } from '#main/db/database.ts'
import { chunkBytes, type FileShelf } from '#main/services/files/file-shelf.ts'
import { paperKindRules } from '#main/services/papers/kinds/paper-kind-rules.ts'
import { builtInTemplates } from '#main/services/papers/templates/built-in-templates.ts'
import { checkedTemplate } from '#main/services/papers/templates/check-template.ts'
import { defaultTemplateId, findTemplate, ownTemplates } from '#main/services/papers/templates/find-template.ts'
import { writeTemplateFile } from '#main/services/papers/templates/template-file.ts'
import { AppError } from '#shared/errors.ts'
import {
  type checkTemplateInput,
  type PaperKind,
  type PaperTemplate,
  type PaperTemplateRow,
  paperKinds,
  type TemplateProblem,
} from '#shared/schemas/papers.ts'

/** The program's own first, then the user's by name; of one kind or of all. */
export function listTemplates(db: ReadDb, kind: PaperKind | null): PaperTemplateRow[] {
  const usual = new Set(paperKinds.map((known) => defaultTemplateId(db, known)))
  const builtIn = builtInTemplates.map(({ id, header }) => ({
    id,
    kind: header.kind as PaperKind,
    name: header.name,
    isBuiltIn: true,
    isDefault: usual.has(id),
  }))
  const own = ownTemplates(db).map((row) => ({
    id: `own:${row.id}`,
    kind: row.kind,
    name: row.name,
    isBuiltIn: false,
    isDefault: usual.has(`own:${row.id}`),
  }))
  return [...builtIn, ...own].filter((row) => kind === null || row.kind === kind)
}

export function getTemplate(db: ReadDb, id: string): PaperTemplate {
  const { kind, name, header, body } = findTemplate(db, id)
  return {
    id,
    kind,
    name,
    isBuiltIn: id.startsWith('builtin:'),
    isDefault: defaultTemplateId(db, kind) === id,
    header,
    body,
    columns: paperKindRules[kind].columns,
  }
}

/** What is wrong with a template; empty where nothing is. The first fault hides what stands behind it. */
export function checkTemplate(db: ReadDb, input: z.output<typeof checkTemplateInput>): TemplateProblem[] {
  try {
    checkedTemplate(db, input)
    return []
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { line, ...details } = error.details
    const at = typeof line === 'number' ? line : null
    return [{ code: error.code, details: details as TemplateProblem['details'], line: at }]
  }
}

/** The template as a file on the shelf. */
export function downloadTemplate(db: ReadDb, files: FileShelf, id: string): { token: string; name: string } {
  const { name, header, body } = findTemplate(db, id)
  const bytes = Buffer.from(writeTemplateFile({ ...header, name }, body))
  const file = files.open(`${name}.liquid`)
  for (let at = 0; at < bytes.byteLength; at += chunkBytes)
    files.put(file.token, at, bytes.subarray(at, at + chunkBytes))
  return { token: file.token, name: file.name }
}
