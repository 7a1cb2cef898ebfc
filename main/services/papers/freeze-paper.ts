// Turns a wish into everything a page is made of: from then on it needs no book.
import type { ReadDb } from '#main/db/database.ts'
import { dayPair } from '#main/domain/papers/paper-text.ts'
import type { PaperData } from '#main/services/papers/kinds/paper-kind-rule.ts'
import { paperKindRules } from '#main/services/papers/kinds/paper-kind-rules.ts'
import type { FrozenPaper } from '#main/services/papers/render-paper.ts'
import type { Day } from '#shared/dates.ts'
import type { PaperWish } from '#shared/schemas/papers.ts'

export type Frozen = { paper: FrozenPaper; data: PaperData }

/** Columns that stay though they are empty: a paper without them would not be understood. */
const neverDropped = new Set(
  'name quantity unitPrice amount price counted remark answerPrice answerMoq answerLead cartons picked'.split(' '),
)

export function freezePaper(db: ReadDb, wish: PaperWish, { number, today }: { number: string; today: Day }): Frozen {
  const rule = paperKindRules[wish.kind]
  const data = rule.build(db, wish, today)
  const emptyColumns = rule.columns.filter(
    (key) => !neverDropped.has(key) && data.rows.every((row) => isEmpty(row[key])),
  )
  const { kind, language, pageSize, options } = wish
  const title = [number, data.partyName].filter((part) => part !== '').join(' ')
  return {
    data,
    paper: {
      kind,
      language,
      pageSize,
      number,
      title,
      date: dayPair(today),
      withStamp: options.withStamp,
      wording: options.wording,
      fields: data.fields,
      emptyColumns,
    },
  }
}

function isEmpty(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.values(value).every((part) => part === '')
  return value === undefined || value === ''
}
