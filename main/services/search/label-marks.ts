// Names of screens and commands, found as records are: by parts of words, by pinyin.
import { marksIn } from '#main/domain/search/mark-text.ts'
import { closeness, closenessOf } from '#main/domain/search/match-record.ts'
import { linesOf } from '#main/domain/search/record-text.ts'
import { readQuery } from '#main/domain/search/search-query.ts'
import type { LabelMarks } from '#shared/schemas/search.ts'

export function marksInLabels(text: string, labels: readonly string[]): LabelMarks {
  const readings = readQuery(text)
  return labels.map((label) => {
    const isFound = closenessOf(linesOf('name', label), readings) !== closeness.none
    return isFound ? marksIn(label, readings) : null
  })
}
