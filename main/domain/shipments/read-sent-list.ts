// A list of orders with the numbers that a carrier gave them, as it is pasted: with tabs, commas or spaces, with or without a row
// of headings, one row or several for an order. What a row means is said by its cells alone; who is meant, the book knows.

import { halfWidth, trimCell } from '#main/domain/import/cells/plain-text.ts'
import { numericDate, selfEvidentDay } from '#main/domain/import/cells/read-day.ts'

export type SentRow = {
  /** Where it stands in the text, from 1. */
  line: number
  text: string
  /** '' where the row names none. */
  order: string
  trackingNumbers: string[]
  carrier: string
  /** As it is written. */
  day: string
}

type Role = 'order' | 'number' | 'carrier' | 'day' | 'other'

/** 'Order date' and 'Order status' name no order, nor when it was sent. */
const aside = /date|time|day|status|state|total|amount|日期|时间|状态|金额/i

const headings: readonly [Role, RegExp][] = [
  ['order', /order|reference|purchase|订单|单据|客户单/i],
  ['number', /track|waybill|awb|consignment|运单|快递单|物流单|物流编号|跟踪|追踪|单号$/i],
  [
    'carrier',
    /carrier|courier|shipper|service|ship.?(?:method|via)|logistics|承运|物流公司|物流商|快递公司|渠道|服务/i,
  ],
  ['day', /date|day|shipped|dispatch|sent|日期|时间|发货日/i],
]

/** Empty lines and the row of headings are none. */
export function readSentList(text: string): SentRow[] {
  const lines = text.split(/\r\n?|\n/).map((line, index) => ({ line: index + 1, text: trimCell(line) }))
  const told = lines.filter((line) => line.text !== '')
  const head = told[0] ? rolesOf(cellsOf(told[0].text)) : null
  return told.slice(head ? 1 : 0).map((line) => {
    const cells = cellsOf(line.text)
    return { ...line, ...(head ? byHeadings(cells, head) : byCells(cells)) }
  })
}

/** By tabs, else by commas or semicolons, else by spaces; the number of a post stays whole. */
function cellsOf(text: string): string[] {
  const plain = halfWidth(text)
  const mark = plain.includes('\t') ? '\t' : /[,;]/.test(plain) ? /[,;]/ : /\s+/
  const whole = mark instanceof RegExp && mark.source === '\\s+' ? joined(plain) : plain
  return whole.split(mark).map((cell) =>
    trimCell(cell)
      .replace(/^(["'])(.*)\1$/, '$2')
      .replace(/^[='"]+(?=\d)|"$/g, ''),
  )
}

/** `LV 123 456 789 CN`, and a day whose parts stand apart. */
function joined(text: string): string {
  return text.replace(/\b([A-Z]{2}) ?(\d{3}) ?(\d{3}) ?(\d{3}) ?([A-Z]{2})\b/gi, '$1$2$3$4$5')
}

/** What each column is; null where the row is no row of headings: those hold no number of an order. */
function rolesOf(cells: readonly string[]): Role[] | null {
  const roles = cells.map(roleOf)
  return roles.includes('order') ? roles : null
}

function roleOf(cell: string): Role {
  if (/\d{3}/.test(cell)) return 'other'
  const role = headings.find(([, word]) => word.test(cell))?.[0] ?? 'other'
  return role === 'order' && aside.test(cell) ? 'other' : role
}

type Meaning = Pick<SentRow, 'order' | 'trackingNumbers' | 'carrier' | 'day'>

function byHeadings(cells: readonly string[], roles: readonly Role[]): Meaning {
  const of = (role: Role) => cells.filter((cell, index) => roles[index] === role && cell !== '')
  return {
    order: of('order')[0] ?? '',
    trackingNumbers: of('number').flatMap(numbersOf),
    carrier: of('carrier').join(' '),
    day: of('day')[0] ?? '',
  }
}

/** Several in one cell. */
function numbersOf(cell: string): string[] {
  return cell.split(/\s*[/|、]\s*/).filter((one) => one !== '')
}

/** The order first; of the rest, days look like days, numbers have many figures, and words are the carrier. */
function byCells([order = '', ...rest]: readonly string[]): Meaning {
  const told = rest.filter((cell) => cell !== '')
  const isDay = (cell: string) => !/^\d{8}$/.test(cell) && (selfEvidentDay(cell) ?? numericDate(cell)) !== null
  const day = told.find(isDay) ?? ''
  const others = told.filter((cell) => cell !== day && !isClock(cell))
  return {
    order,
    day,
    trackingNumbers: others.filter(isNumber).flatMap(numbersOf),
    carrier: others.filter((cell) => !isNumber(cell)).join(' '),
  }
}

function isNumber(cell: string): boolean {
  const figures = cell.replace(/\D/g, '').length
  return figures >= 5 && figures * 2 >= cell.replace(/[\s-]/g, '').length
}

function isClock(cell: string): boolean {
  return /^\d{1,2}:\d{2}(?::\d{2})?$/.test(cell)
}
