// The user's own templates. None is kept that cannot be printed.

import { readFileSync } from 'node:fs'
import type { WriteTx } from '#main/db/database.ts'
import type { ShelvedFile } from '#main/services/files/file-shelf.ts'
import { checkedTemplate } from '#main/services/papers/templates/check-template.ts'
import { findTemplate, ownTemplate, ownTemplates } from '#main/services/papers/templates/find-template.ts'
import { writeTemplateFile } from '#main/services/papers/templates/template-file.ts'
import { plainKey } from '#main/services/records/unique-key.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import type { PaperTemplateHeader } from '#shared/schemas/paper-templates.ts'
import type { PaperKind } from '#shared/schemas/papers.ts'

const largestFile = 1_000_000

/** A copy under a name of its own, to be changed. */
export function copyTemplate(tx: WriteTx, { id, name }: { id: string; name: string }): { id: string } {
  const { header, body, kind } = findTemplate(tx, id)
  refuseTakenName(tx, kind, name, null)
  return added(tx, kind, name, writeTemplateFile({ ...header, name }, body))
}

/** Changes an own template; the version in its head counts up, so that a paper tells which one it was made with. */
export function saveTemplate(
  tx: WriteTx,
  { id, template }: { id: Id; template: { header: PaperTemplateHeader; body: string } },
): void {
  const before = findTemplate(tx, `own:${id}`)
  const { header, body } = template
  if (header.kind !== before.kind) throw new AppError('papers/template-kind', { kind: header.kind })
  refuseTakenName(tx, before.kind, header.name, id)
  const version = nextVersion(before.header.version)
  const { content } = checkedTemplate(tx, { header: { ...header, version }, body })
  tx.update('paper_templates', id, { name: header.name, content })
}

/** Papers that were made with it keep their own copy. */
export function removeTemplate(tx: WriteTx, id: Id): void {
  ownTemplate(tx, `own:${id}`)
  tx.update('paper_templates', id, { deleted: 1, is_default: 0 })
}

/** What new papers of its kind begin with; one of the program's takes the choice back. */
export function setDefaultTemplate(tx: WriteTx, id: string): void {
  const { kind } = findTemplate(tx, id)
  for (const own of ownTemplates(tx).filter((row) => row.kind === kind)) {
    const isDefault = `own:${own.id}` === id
    if (own.isDefault !== isDefault) tx.update('paper_templates', own.id, { is_default: isDefault ? 1 : 0 })
  }
}

/** Takes a template from a file; a broken one is refused with the reason and the line. A taken name gets a number. */
export function uploadTemplate(tx: WriteTx, file: ShelvedFile): { id: string } {
  if (file.size > largestFile) throw new AppError('papers/template-too-large')
  const { kind, header, body } = checkedTemplate(tx, { content: readFileSync(file.path, 'utf8') })
  const name = freeName(tx, kind, header.name)
  return added(tx, kind, name, writeTemplateFile({ ...header, name }, body))
}

function added(tx: WriteTx, kind: PaperKind, name: string, content: string): { id: string } {
  return { id: `own:${tx.insert('paper_templates', { kind, name, content })}` }
}

export const templateKeys = [plainKey('paper_templates', ['kind', 'name'])]

function refuseTakenName(tx: WriteTx, kind: PaperKind, name: string, own: Id | null): void {
  if (ownTemplates(tx).some((row) => row.kind === kind && row.name === name && row.id !== own))
    throw new AppError('papers/template-name-taken', { name, field: 'name' })
}

function freeName(tx: WriteTx, kind: PaperKind, name: string): string {
  const taken = new Set(ownTemplates(tx).flatMap((row) => (row.kind === kind ? [row.name] : [])))
  let free = name
  for (let count = 2; taken.has(free); count += 1) free = `${name} (${count})`
  return free
}

function nextVersion(version: string): string {
  const count = Number(version)
  return Number.isSafeInteger(count) ? String(count + 1) : `${version.slice(0, 17)}+`
}
