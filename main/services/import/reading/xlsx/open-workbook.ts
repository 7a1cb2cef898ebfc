// What a workbook says of itself: its sheets, its number formats, its date system.
import type { ByteSource } from '../byte-source.ts'
import { type NumberForm, numberForm } from './number-formats.ts'
import { tellWholePart } from './read-part.ts'
import { attribute, type XmlEvents } from './scan-xml.ts'
import type { UnpackBudget } from './unpack-entry.ts'
import { damaged, type ZipDirectory, type ZipEntry } from './zip-directory.ts'

export interface WorkbookSheet {
  readonly name: string
  readonly isHidden: boolean
  readonly entry: ZipEntry
}

export interface Workbook {
  readonly bytes: ByteSource
  readonly sheets: readonly WorkbookSheet[]
  readonly is1904: boolean
  /** What the formats make of numbers, by the style number of a cell. */
  readonly forms: readonly NumberForm[]
  readonly sharedStrings: ZipEntry | null
}

type SheetMention = { name: string; relation: string; isHidden: boolean }

/** Null when the archive is no workbook. */
export function openWorkbook(bytes: ByteSource, directory: ZipDirectory, budget: UnpackBudget): Workbook | null {
  const path = workbookPath(directory)
  if (path === null) return null
  const tell = (part: string, events: Partial<XmlEvents>): void => {
    const entry = directory.get(part.toLowerCase())
    if (entry) tellWholePart(bytes, entry, { budget, events: { open() {}, close() {}, text() {}, ...events } })
  }
  const { mentions, is1904 } = readWorkbookPart((events) => tell(path, events))
  const targets = readRelations((events) => tell(relationsOf(path), events), path)
  const sheets = mentions.flatMap((mention) => {
    const target = targets.get(mention.relation)
    const entry = target?.isSheet ? directory.get(target.path.toLowerCase()) : undefined
    return entry ? [{ name: mention.name, isHidden: mention.isHidden, entry }] : []
  })
  if (sheets.length === 0) throw damaged(bytes)
  const strings = [...targets.values()].find((target) => target.type === 'sharedStrings')
  const styles = [...targets.values()].find((target) => target.type === 'styles')
  const forms = readForms((events) => tell(styles?.path ?? '', events))
  return { bytes, sheets, is1904, forms, sharedStrings: directory.get(strings?.path.toLowerCase() ?? '') ?? null }
}

/** `xl/workbook.xml`, as every program but a few names it; those put it elsewhere, still under that file name. */
function workbookPath(directory: ZipDirectory): string | null {
  if (directory.has('xl/workbook.xml')) return 'xl/workbook.xml'
  return [...directory.keys()].find((name) => /(?:^|\/)workbook\d*\.xml$/.test(name)) ?? null
}

function relationsOf(path: string): string {
  const slash = path.lastIndexOf('/') + 1
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`
}

type Tell = (events: Partial<XmlEvents>) => void

function readWorkbookPart(tell: Tell): { mentions: SheetMention[]; is1904: boolean } {
  const mentions: SheetMention[] = []
  let is1904 = false
  tell({
    open(name, tag) {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attribute(tag, 'date1904') ?? '')
      if (name !== 'sheet') return
      const relation = /\s(?:\w+:)?id="([^"]*)"/.exec(tag.replace(/\ssheetId="[^"]*"/, ''))?.[1] ?? ''
      const isHidden = /hidden/i.test(attribute(tag, 'state') ?? '')
      mentions.push({ name: attribute(tag, 'name') ?? '', relation, isHidden })
    },
  })
  return { mentions, is1904 }
}

type Target = { path: string; type: string; isSheet: boolean }

function readRelations(tell: Tell, workbook: string): Map<string, Target> {
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1)
  const targets = new Map<string, Target>()
  tell({
    open(name, tag) {
      if (name !== 'Relationship') return
      const type = (attribute(tag, 'Type') ?? '').replace(/^.*\//, '')
      const target = attribute(tag, 'Target') ?? ''
      const path = target.startsWith('/') ? target.slice(1) : resolved(folder, target)
      targets.set(attribute(tag, 'Id') ?? '', { path, type, isSheet: type === 'worksheet' })
    },
  })
  return targets
}

function resolved(folder: string, target: string): string {
  const parts: string[] = []
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function readForms(tell: Tell): NumberForm[] {
  const codes = new Map<number, string>()
  const forms: NumberForm[] = []
  let isInCells = false
  tell({
    open(name, tag) {
      if (name === 'numFmt') codes.set(Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '')
      if (name === 'cellXfs') isInCells = true
      if (name !== 'xf' || !isInCells) return
      const id = Number(attribute(tag, 'numFmtId') ?? 0)
      forms.push(numberForm(id, codes.get(id)))
    },
    close(name) {
      if (name === 'cellXfs') isInCells = false
    },
  })
  return forms
}
