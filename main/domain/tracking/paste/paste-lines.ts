// The lines of a paste as what they are: a number that a parcel's news begin with, a stamp, words, or nothing that tells.
import { bareNumber, compactNumber } from '../recognise-number.ts'
import { type Stamp, takeStamp } from './read-stamp.ts'

export type PasteLine =
  | { kind: 'blank'; line: number }
  | { kind: 'heading'; line: number; number: string }
  /** The words beside the stamp, as they stood apart from one another. */
  | { kind: 'stamp'; line: number; stamp: Stamp; words: string[]; raw: string }
  | { kind: 'words'; line: number; words: string[]; raw: string }

export type NumberKnown = (number: string) => 'sure' | 'maybe' | 'no'

/** What numbers are called in Chinese. */
const called = '(?:物流单|运单|快递单|快递|邮件|跟踪|追踪|单)(?:号码?|编号)|运单'

/** A number named as one, without a colon behind the name. */
const named = new RegExp(
  `^(?:(?:tracking|waybill|awb|shipment|parcel|package)(?:\\s+(?:no\\.?|number|id|code))?|${called})\\s+`,
  'i',
)

const labelled = new RegExp(
  `(?:tracking|waybill|awb|shipment|parcel|package|consignment|item|number|${called})[\\s\\w]{0,12}(?:no\\.?|nr\\.?|#|number|id|code)?\\s*[:：#]\\s*([A-Z0-9][A-Z0-9 -]{6,40}[A-Z0-9])\\s*(?:$|[(（,，;；|\\t])`,
  'i',
)

/** The name of a number on a line of its own, the number below it. */
const nameAlone = new RegExp(
  `^(?:(?:tracking|waybill|awb|shipment|parcel|package|consignment)\\s+(?:no\\.?|number|id|code)|waybill|awb|${called})\\s*[:：#]?$`,
  'i',
)

/** What stands on such pages beside the news. `nothing`: it tells nothing at all, and nobody misses it. */
const nothing = [
  nameAlone,
  /^(?:dhl|ups|fedex|usps|17track|aftership|ems|china post|中国邮政|顺丰速运)[®™]?(?: express)?(?: tracking| 查询)?[®™]?$/i,
  /^\d+\s+pieces?$/i,
  /^(?:(?:date|time|local time|location|activity|status|events?|details?|piece|description|place|scan|day|日期|时间|地点|状态|轨迹|详情|动态)[\s/|,]*)+$/i,
  /^(?:further details?|show (?:more|less|details)|hide (?:details|history)|view (?:more|less|details)|see (?:more|all).*|travel history|tracking (?:history|details)|shipment (?:progress|history|travel history)|all shipment updates|local scan time|收起|展开|查看更多|物流轨迹|物流详情)$/i,
  /^(?:origin|destination|起始国|目的国|发件国|收件国)\s*[:：].{0,60}$/i,
  /^(?:package status|country|status|latest(?: event)?|carrier|service|weight|运输状态|国家|包裹状态|承运商|状态)\s*[:：].{0,200}$/i,
]

/** A day that is not that of an event. */
const promised = /^(?:estimated|expected|scheduled|delivery by|get it by|预计|预约|reschedule)/i
/** 'Out for Delivery, Expected Delivery by 9:00pm': a time behind such words is none of the event's. */
const promises = /(?:\b(?:estimated|expected|(?:re)?scheduled)\b|预计|预约)[^.;。；]{0,40}$/i

/** Nobody knows whose it is, but it stands by itself above news: they are its own, not those of the parcel before. */
const loneNumber = /^(?=(?:\D*\d){6})[A-Z0-9-]{8,40}$/i

export function pasteLines(text: string, known: NumberKnown): PasteLine[] {
  const lines = text.split(/\r\n?|\n/).map((raw) => raw.replaceAll(/[\u200b\u200e\u200f\ufeff]/g, '').trim())
  return lines.flatMap((one, at) =>
    lineOf(one, { line: at + 1, above: lines[at - 1] ?? '', below: lines[at + 1] ?? '', known }),
  )
}

type Around = { line: number; above: string; below: string; known: NumberKnown }

function lineOf(text: string, { line, above, below, known }: Around): PasteLine[] {
  if (text === '') return [{ kind: 'blank', line }]
  const isNamed = nameAlone.test(above) || (above === '' && loneNumber.test(text) && stampIn(cellsOf(below)) !== null)
  const number = headingNumber(isNamed ? `tracking number: ${text}` : text, known)
  if (number !== null) return [{ kind: 'heading', line, number }]
  if (/^[=\-_*#~.\s]+$/.test(text)) return [{ kind: 'blank', line }]
  if (nothing.some((form) => form.test(text))) return []
  const cells = cellsOf(text)
  const stamped = promised.test(text) ? null : stampIn(cells)
  if (stamped === null) return [{ kind: 'words', line, words: cells, raw: text }]
  return [{ kind: 'stamp', line, stamp: stamped.stamp, words: stamped.words, raw: text }]
}

/** Cells of a table, a bullet and a running number before them left out. */
function cellsOf(text: string): string[] {
  const cells = text
    .replace(/^(?:[•·▪●○*>]+\s*|[-–—]\s+)/, '')
    .split(/\t+|\s*[|｜]\s*|\s{3,}/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
  const isNumbered = cells.length > 2 && /^\d{1,3}\.?$/.test(cells[0] ?? '')
  return isNumbered ? cells.slice(1) : cells
}

/** Day and time may stand in two cells; the rest of the cells are words. */
function stampIn(cells: readonly string[]): { stamp: Stamp; words: string[] } | null {
  const found: Stamp = { day: null, time: null, zone: '' }
  const words: string[] = []
  for (const cell of cells) {
    const taken = stampOf(cell)
    const adds = taken && ((taken.stamp.day && !found.day) || (taken.stamp.time && !found.time))
    if (!taken || !adds) {
      words.push(cell)
      continue
    }
    found.day ??= taken.stamp.day
    found.time ??= taken.stamp.time
    found.zone ||= taken.stamp.zone
    if (taken.rest !== '' && !/^\d+ pieces?$/i.test(taken.rest)) words.push(taken.rest)
  }
  return found.day || found.time ? { stamp: found, words: words.filter((word) => !/^\d+ pieces?$/i.test(word)) } : null
}

function stampOf(cell: string) {
  const taken = takeStamp(cell)
  return taken !== null && promises.test(taken.rest) && cell.startsWith(taken.rest) ? null : taken
}

/** The number that news of a parcel begin with: named as one, or alone in its line and known by its form. */
function headingNumber(text: string, known: NumberKnown): string | null {
  const told = labelled.exec(text)?.[1]
  if (told !== undefined && hasFigures(told) && known(told) !== 'no') return bareNumber(compactNumber(told))
  const alone =
    text
      .replace(/^[#*•>\s]+/, '')
      .replace(named, '')
      .split(/\s*[,，;；|｜(（\t]\s*|\s+[-–—]\s+/)[0] ?? ''
  if (alone.length > 40 || !/\d{4}/.test(alone) || /[:：]/.test(alone)) return null
  if (known(alone) !== 'sure') return null
  // '20261124 080500' is a time, and '1Z… Delivered 11/24/2026' an event of it: neither begins a parcel's news.
  const rest = text.slice(text.indexOf(alone) + alone.length)
  return takeStamp(text) !== null || takeStamp(rest) !== null ? null : bareNumber(compactNumber(alone))
}

/** 'Package status: in transit' names no number. */
function hasFigures(text: string): boolean {
  return (text.match(/\d/g)?.length ?? 0) >= 4
}
