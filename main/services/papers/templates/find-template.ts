// Templates by id: those of the program and the user's own.
import type { ReadDb } from '#main/db/database.ts'
import type { PaperTemplatesTable } from '#main/db/tables.ts'
import { builtInOf, builtInTemplates } from '#main/services/papers/templates/built-in-templates.ts'
import { readTemplateFile, type TemplateFile } from '#main/services/papers/templates/template-file.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { type PaperKind, paperKinds } from '#shared/schemas/papers.ts'

export type FoundTemplate = TemplateFile & { id: string; kind: PaperKind; name: string; content: string }

/** The template, or `papers/no-template`. */
export function findTemplate(db: ReadDb, id: string): FoundTemplate {
  const builtIn = builtInTemplates.find((known) => known.id === id)
  if (builtIn) return { ...builtIn, kind: builtIn.header.kind as PaperKind, name: builtIn.header.name }
  const row = ownTemplate(db, id)
  return { ...readTemplateFile(row.content), id, kind: row.kind as PaperKind, name: row.name, content: row.content }
}

/** The row behind `own:12`; `papers/no-template` where there is none, and for one of the program. */
export function ownTemplate(db: ReadDb, id: string): PaperTemplatesTable {
  const own = /^own:(\d+)$/.exec(id)?.[1]
  const sql = 'SELECT * FROM live_paper_templates WHERE id = ?'
  const row = own === undefined ? undefined : db.get<PaperTemplatesTable>(sql, Number(own))
  if (!row) throw new AppError('papers/no-template')
  return row
}

export type OwnTemplateRow = { id: Id; kind: PaperKind; name: string; isDefault: boolean }

/** The user's own by name; of kinds that only a newer program knows, none. */
export function ownTemplates(db: ReadDb): OwnTemplateRow[] {
  return db
    .all<{ id: Id; kind: string; name: string; isDefault: number }>(
      'SELECT id, kind, name, is_default AS isDefault FROM live_paper_templates WHERE archived = 0 ORDER BY name, id',
    )
    .flatMap((row) => {
      const kind = paperKinds.find((known) => known === row.kind)
      return kind ? [{ ...row, kind, isDefault: row.isDefault === 1 }] : []
    })
}

/** Which template a new paper of a kind begins with. Two copies may each have chosen one: the newer choice is taken. */
export function defaultTemplateId(db: ReadDb, kind: PaperKind): string {
  const own = ownTemplates(db)
    .filter((row) => row.kind === kind && row.isDefault)
    .sort((left, right) => right.id - left.id)[0]
  return own ? `own:${own.id}` : builtInOf(kind).id
}
