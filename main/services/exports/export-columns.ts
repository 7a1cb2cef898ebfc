// Which columns a file gets: those asked for, what they need beside them, and those by which an import finds the records.

import { nameOfTitle } from '#main/domain/files/file-name.ts'
import type { CellKind, ExportSource, MoreColumns } from '#main/services/exports/export-source.ts'
import { AppError } from '#shared/errors.ts'
import english from '#shared/i18n/en/exports.json' with { type: 'json' }
import chinese from '#shared/i18n/zh-CN/exports.json' with { type: 'json' }
import { ownValue } from '#shared/own-value.ts'
import type { ExportInput, ExportList } from '#shared/schemas/exports.ts'

export type ExportColumn = { key: string; kind: CellKind; header: string }

/** Columns of a list that hold pictures, which no table file can take. */
const pictures = new Set(['thumbnail'])

/** `more`: columns of the book's own. `lists/unknown-column` for a key that the list does not have. */
export function exportColumns(
  source: ExportSource,
  { list, columns, isExact, language }: ExportInput,
  more: MoreColumns = {},
): ExportColumn[] {
  const asked = columns.filter((key) => !pictures.has(key))
  const shown = asked.length > 0 ? asked : Object.keys(source.columns)
  const alsoShown = isExact ? source.shownWith : undefined
  const whole = shown.flatMap((key) => [
    key,
    (alsoShown && ownValue(alsoShown, key)) ?? key,
    (source.companions && ownValue(source.companions, key)) ?? key,
  ])
  const keys = new Set([...whole, ...(isExact ? [] : source.keys)])
  return [...keys].map((key) => {
    const own = ownValue(more, key)
    if (own) return { key, ...own }
    const kind = ownValue(source.columns, key)
    if (!kind) throw new AppError('lists/unknown-column', { column: key })
    return { key, kind, header: headerOf(list, key, language) }
  })
}

type Language = ExportInput['language']

const texts = { en: english, 'zh-CN': chinese }

/** The name of a column in a file: one that the import knows again. */
export function headerOf(list: ExportList, key: string, language: Language): string {
  const headers: Readonly<Record<string, string>> = texts[language].columns[list]
  return headers[key] ?? key
}

/** The list's name, with the view's behind it. */
export function exportName({ list, language, viewName }: ExportInput): string {
  const name = texts[language].fileName[list]
  const view = nameOfTitle(viewName)
  return view === '' ? name : `${name} - ${view}`
}

type Words = Readonly<Record<string, string>>

/** The word for a value that the book keeps as a key, such as `on_hold`; null for kinds that are no words. */
export function wordsOf(kind: CellKind, language: Language): Words | null {
  const { words } = texts[language]
  switch (kind) {
    case 'flag':
      return { true: words.yes, false: words.no }
    case 'productStatus':
    case 'orderStatus':
    case 'productKind':
    case 'productTracking':
    case 'orderPurpose':
    case 'orderDocument':
    case 'orderSide':
    case 'paymentState':
    case 'shippingState':
    case 'expectedStatus':
    case 'purchaseStatus':
    case 'dueFrom':
    case 'transportMode':
    case 'stockState':
    case 'stockDocumentKind':
    case 'stockDocumentState':
    case 'stockReason':
    case 'countScope':
    case 'countStatus':
    case 'stockPolicy':
    case 'reorderRule':
    case 'partyStatus':
    case 'supplyKind':
    case 'supplyStatus':
    case 'customerKind':
    case 'saleDueFrom':
    case 'offerState':
    case 'requestStatus':
    case 'certificateKind':
    case 'role':
    case 'taskStatus':
    case 'paperKind':
    case 'paperStatus':
    case 'paperLanguage':
    case 'repeatUnit':
    case 'slowState':
    case 'shipmentKind':
    case 'shipmentStatus':
    case 'trackingState':
      return words[kind]
    default:
      return null
  }
}
