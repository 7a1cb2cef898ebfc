// Count sheet: what to count where, with room to write; what the books say only where the count is not blind.
import type { ReadDb } from '#main/db/database.ts'
import { dayPair, filled, type Pair, quantityText, same } from '#main/domain/papers/paper-text.ts'
import { unitPair } from '#main/domain/papers/unit-words.ts'
import { judged } from '#main/services/counting/count-lines.ts'
import { countRows } from '#main/services/counting/count-list.ts'
import { countOf } from '#main/services/counting/count-rows.ts'
import { sheetLines } from '#main/services/counting/sheet-lines.ts'
import { companyFields } from '#main/services/papers/kinds/company-fields.ts'
import type { PaperKindRule } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { sampleSheet } from '#main/services/papers/kinds/sample-sheet.ts'
import { warningList } from '#main/services/papers/kinds/warning-list.ts'
import { recordKey, recordTitles } from '#main/services/records/record-titles.ts'
import { type Day, isDay } from '#shared/dates.ts'
import { AppError } from '#shared/errors.ts'
import type { Id } from '#shared/ids.ts'
import { mostSheetLines, type PaperWish } from '#shared/schemas/papers.ts'

/** What the sheet says of itself and of each line, before it is put in words. */
export type SheetToPrint = {
  number: string
  on: Day
  place: Pair
  isBlind: boolean
  lines: {
    bin: string
    sku: string
    nameEn: string
    nameZh: string
    batch: string
    expiresOn: string | null
    unit: string
    expectedMilli: number | null
    countedMilli: number | null
  }[]
}

export const countSheet: PaperKindRule = {
  kind: 'count_sheet',
  columns: 'position bin sku name batch expires expected unit counted remark'.split(' '),
  isSheet: true,
  build(db, wish) {
    const warnings = warningList()
    // It stays in the house: what the company lacks on papers for others does not matter here.
    const { seller, logo } = companyFields(db, warningList())
    const sheet = wish.record === null ? sampleSheet : sheetOf(db, wish.record.id, wish)
    const rows = sheet.lines.map((line, index) => rowOf(line, index, sheet.isBlind))
    if (rows.length === 0) warnings.add('no-lines')
    return {
      fields: {
        seller,
        picture: { logo, stamp: '' },
        facts: [
          { key: 'fact_count', value: same(sheet.number) },
          { key: 'fact_countedOn', value: dayPair(sheet.on) },
          { key: 'fact_place', value: sheet.place },
          { key: 'fact_lines', value: same(String(rows.length)) },
        ],
        lines: rows,
        note: wish.options.note.trim(),
      },
      rows,
      partyId: null,
      partyName: '',
      currency: '',
      totalMinor: null,
      warnings: warnings.all(),
    }
  },
}

function rowOf(line: SheetToPrint['lines'][number], index: number, isBlind: boolean) {
  const { bin, sku, batch, expiresOn, unit, expectedMilli, countedMilli } = line
  return {
    position: String(index + 1),
    bin,
    sku,
    name: filled({ en: line.nameEn, zh: line.nameZh }),
    batch,
    expires: dayPair(expiresOn !== null && isDay(expiresOn) ? expiresOn : null),
    expected: isBlind || expectedMilli === null ? '' : quantityText(expectedMilli),
    unit: unitPair(unit, expectedMilli ?? 1000),
    counted: countedMilli === null ? '' : quantityText(countedMilli),
    remark: '',
  }
}

function sheetOf(db: ReadDb, id: Id, { options }: PaperWish): SheetToPrint {
  const count = countOf(db, id)
  const [row] = countRows(db, [id])
  const show = options.openLinesOnly ? 'open' : 'all'
  const lines = judged(db, count, sheetLines(db, id, { show, search: '' }))
  if (lines.length > mostSheetLines)
    throw new AppError('papers/too-many-products', { count: lines.length, most: mostSheetLines })
  return {
    number: row?.number ?? '',
    on: count.on,
    place: placeName(db, count.warehouseId),
    isBlind: count.isBlind && count.status === 'open',
    lines: lines.map(({ name, ...line }) => ({ ...line, nameEn: name })),
  }
}

function placeName(db: ReadDb, id: Id): Pair {
  const ref = { kind: 'warehouse' as const, id }
  const title = recordTitles(db, [ref]).get(recordKey(ref))
  return filled({ en: title?.name ?? '', zh: title?.nameZh ?? '' })
}
