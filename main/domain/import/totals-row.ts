// Rows that add up or close a file and are no data: offered to be skipped, never skipped unasked.
import { cellShape } from './cell-shape.ts'
import { trimCell } from './cells/plain-text.ts'

const totals = new Set([
  ...[
    'total',
    'totals',
    'grand total',
    'subtotal',
    'sub total',
    'sub-total',
    'sum',
    'overall',
    'total general',
    'итого',
  ],
  ...[
    'gesamt',
    'gesamtsumme',
    'summe',
    'zwischensumme',
    'total général',
    'sous-total',
    'totale',
    'totaal',
    'suma',
    'somme',
  ],
  ...[
    '合计',
    '总计',
    '小计',
    '总和',
    '汇总',
    '累计',
    '共计',
    '合計',
    '總計',
    '小計',
    '本页合计',
    '本月合计',
    '总合计',
    '总额',
  ],
])
const closing =
  /record\(s\) downloaded|rows? (?:exported|affected)|^end of (?:report|file)|^generated (?:on|by)|^exported (?:on|by)|^seller id ?:|^导出(?:时间|人)|^制表|^打印(?:时间|日期)|^共\s*\d+\s*(?:条|行|笔)|^以上合计|^备注[:：]/i
const longest = 40
/** One word with a digit in it, as most first cells are: no word for a sum. */
const code = /^[\w./#-]*\d[\w./#-]*$/

/** Whether the row adds up the rows above: it begins with a word for that, and the rest is numbers and gaps. */
export function isTotalsRow(cells: readonly string[]): boolean {
  const at = cells.findIndex((cell) => cell !== '' && trimCell(cell) !== '')
  const first = cells[at]
  if (first === undefined || first.length > longest || code.test(first) || !isTotalsWord(first)) return false
  const rest = cells.slice(at + 1).map(cellShape)
  return (
    rest.every((shape) => shape === 'number' || shape === 'empty') &&
    (at > 0 || rest.includes('empty') || rest.length === 0)
  )
}

/** `45,record(s) downloaded` and `Seller ID : a-seller` in any language: a count with words, a word with its value, alone on its row. */
const countOf = /^\d+$/
const wordsOnly = /^[^\d;|]{4,60}$/
const named = /^[^\d:：]{2,40}[:：]\s*\S[^,;]*$/

/** Whether the row is a remark that programs put below a table. */
export function isClosingRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => trimCell(cell) !== '')
  const isCounted = countOf.test(trimCell(filled[0] ?? '')) && filled.length <= 8
  if ((filled.length <= 3 || isCounted) && filled.slice(0, 2).some((cell) => closing.test(trimCell(cell)))) return true
  return false
}

/** Whether a row that is not as wide as its table is such a remark, in whatever language. */
export function isShortRemark(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => trimCell(cell) !== '').map(trimCell)
  if (cells.length > 4 || filled.length > 2) return false
  const [first = '', second] = filled
  return second === undefined ? named.test(first) : countOf.test(first) && wordsOnly.test(second)
}

function isTotalsWord(cell: string): boolean {
  const word = trimCell(cell)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*\([^)]*\)$/, '')
    .replace(/[:.]+$/, '')
    .trim()
  return totals.has(word) || totals.has(word.replace(/\s/g, ''))
}
