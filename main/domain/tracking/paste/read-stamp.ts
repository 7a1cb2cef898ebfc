// Days, times and zones as carriers' pages write them: taken from the beginning or the end of a piece of a line, with what is left.
import { monthNamed } from '#main/domain/import/cells/month-names.ts'

/** A day before its order and its year are settled. */
export type DayPart =
  | { form: 'whole'; year: number; month: number; dayOfMonth: number }
  | { form: 'noYear'; month: number; dayOfMonth: number }
  /** `03/04/2026` or `03/04`: which is the month? */
  | { form: 'numbers'; first: number; second: number; year: number | null; written: string }

export type Stamp = {
  day: DayPart | null
  /** 'HH:MM' or 'HH:MM:SS'. */
  time: string | null
  /** '+08:00'; '' is not told. */
  zone: string
}

export type StampTaken = { stamp: Stamp; rest: string }

type DateForm = { source: string; needsTime?: boolean; read(parts: readonly string[]): DayPart | null }

const ordinal = '(?:st|nd|rd|th)?'
const month = '([A-Za-zÀ-ÿ]{3,10})\\.?'

const dateForms: readonly DateForm[] = [
  { source: '(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})', read: ([y, m, d]) => whole(y, Number(m), d) },
  {
    source: '(\\d{4})\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]?',
    read: ([y, m, d]) => whole(y, Number(m), d),
  },
  { source: '(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]?', read: ([m, d]) => noYear(Number(m), d) },
  { source: `${month},?\\s+(\\d{1,2})${ordinal},?\\s+(\\d{4})`, read: ([m, d, y]) => whole(y, monthNamed(m ?? ''), d) },
  {
    source: `(\\d{1,2})${ordinal}[\\s.-]+${month},?[\\s-]+(\\d{4}|\\d{2}(?!:))`,
    read: ([d, m, y]) => whole(y, monthNamed(m ?? ''), d),
  },
  // With points the day comes first, in every country that writes them so.
  { source: '(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})', read: ([d, m, y]) => whole(y, Number(m), d) },
  { source: '(\\d{1,2})[-/](\\d{1,2})[-/](\\d{4}|\\d{2})', read: ([a, b, y]) => numbers(a, b, y) },
  { source: '(20\\d{2})(\\d{2})(\\d{2})', needsTime: true, read: ([y, m, d]) => whole(y, Number(m), d) },
  { source: `${month}\\s+(\\d{1,2})${ordinal}`, read: ([m, d]) => noYear(monthNamed(m ?? ''), d) },
  { source: `(\\d{1,2})${ordinal}\\s+${month}`, read: ([d, m]) => noYear(monthNamed(m ?? ''), d) },
  { source: '(\\d{1,2})[-/.](\\d{1,2})', needsTime: true, read: ([a, b]) => numbers(a, b, undefined) },
]

const label = '(?:(?:date|time|day|日期|时间|更新时间)\\s*[:：]\\s*)?'
const weekday =
  '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+|(?:星期|周)[一二三四五六日天],?\\s*)?'
/** '2026年11月20日 星期五' */
const weekdayBehind = '(?:[,，]?\\s*[(（]?(?:星期|周)[一二三四五六日天][)）]?)?'
const time =
  '(上午|下午|凌晨|中午|早上|晚上)?\\s*(\\d{1,2})[:时点](\\d{2})(?:[:分](\\d{2}))?(?:\\.\\d+)?[分秒]?\\s*([ap]\\.?\\s?m\\b\\.?)?(?:\\s*uhr)?'
const zone =
  '(?:\\s*[(\\[]?(?:(?:GMT|UTC)\\s*)?([+-]\\d{1,2}(?::?\\d{2})?)[)\\]]?(?!\\d)|\\s*\\(?(Z|UTC|GMT|EST|EDT|CDT|MST|MDT|PST|PDT|CET|CEST|BST|JST|HKT|SGT|AEST|AEDT)\\b\\)?|,?\\s*\\(?(?:local time)\\)?)?'
const afterDay = '(?:\\s*[,;T]\\s*|\\s+(?:at|um|-|–)\\s+|\\s+)'
const end = '(?=$|[^\\p{L}\\p{N}:/.-]|[.,:;-](?:$|\\s)|\\p{Script=Han})'
const begin = '(?<=^|[^\\p{L}\\p{N}:/.-]|\\p{Script=Han})'

type Ready = { form: DateForm | null; pattern: RegExp; dateAt: number; timeAt: number; parts: number }

/** Day and time, day alone, time and day, time alone: each at the beginning and at the end. Those that tell more come first. */
const ready: readonly Ready[] = [
  ...dateForms.flatMap((form) =>
    both(form, `${weekday}${form.source}${weekdayBehind}${afterDay}${time}${zone}`, { dateFirst: true }),
  ),
  ...dateForms.flatMap((form) =>
    both(form, `${time}${zone}[\\s,;-]+${weekday}${form.source}${weekdayBehind}`, { dateFirst: false }),
  ),
  ...dateForms
    .filter((form) => !form.needsTime)
    .flatMap((form) => both(form, `${weekday}${form.source}${weekdayBehind}`, null)),
  ...both(null, `${time}${zone}`, { dateFirst: false }),
]

function both(form: DateForm | null, source: string, order: { dateFirst: boolean } | null): Ready[] {
  const parts = form ? groupsIn(form.source) : 0
  const timeAt = order === null ? -1 : order.dateFirst ? 1 + parts : 1
  const dateAt = order?.dateFirst === false ? 1 + groupsIn(time) + groupsIn(zone) : 1
  return [`^${label}${source}${end}`, `${begin}${label}${source}$`].map((whole) => ({
    ...{ form, dateAt, timeAt, parts },
    pattern: new RegExp(whole, 'iu'),
  }))
}

function groupsIn(source: string): number {
  return source.match(/\((?!\?)/g)?.length ?? 0
}

/** Same length, so that what is left can be cut from the text as it was written. */
function plainSigns(text: string): string {
  return text
    .replaceAll(/[０-９：／．－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u00a0\u202f]/g, ' ')
}

/** The stamp at the beginning or at the end of a text, and the text without it; null where there is none. */
export function takeStamp(text: string): StampTaken | null {
  if (!/\d/.test(text)) return null
  const plain = plainSigns(text)
  for (const { form, pattern, dateAt, timeAt, parts } of ready) {
    const match = pattern.exec(plain)
    if (!match) continue
    const day = form === null ? null : form.read(match.slice(dateAt, dateAt + parts))
    const clock = timeAt < 0 ? null : timeOf(match.slice(timeAt, timeAt + 5))
    if ((form !== null && day === null) || (timeAt >= 0 && clock === null)) continue
    const zoneAt = timeAt + groupsIn(time)
    const told = timeAt < 0 ? '' : zoneOf(match[zoneAt], match[zoneAt + 1])
    const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`
    return { stamp: { day, time: clock, zone: told }, rest: trimSigns(rest) }
  }
  return null
}

function trimSigns(text: string): string {
  return text.replace(/^[\s,;:|\-–—，；：、.]+/, '').replace(/[\s,;:|\-–—，；、]+$/, '')
}

function whole(year: string | undefined, month: number | null, dayOfMonth: string | undefined): DayPart | null {
  const number = Number(year)
  if (month === null || year === undefined) return null
  return { form: 'whole', year: year.length === 2 ? 2000 + number : number, month, dayOfMonth: Number(dayOfMonth) }
}

function noYear(month: number | null, dayOfMonth: string | undefined): DayPart | null {
  return month === null || month < 1 || month > 12 ? null : { form: 'noYear', month, dayOfMonth: Number(dayOfMonth) }
}

function numbers(first: string | undefined, second: string | undefined, year: string | undefined): DayPart | null {
  const [a, b] = [Number(first), Number(second)]
  if (a < 1 || b < 1 || a > 31 || b > 31 || (a > 12 && b > 12)) return null
  const full = year === undefined ? null : Number(year) + (year.length === 2 ? 2000 : 0)
  return { form: 'numbers', first: a, second: b, year: full, written: `${first}/${second}${year ? `/${year}` : ''}` }
}

function timeOf([part = '', hourText, minute = '', second, half = '']: readonly (string | undefined)[]): string | null {
  const isAfternoon = /^p/i.test(half) || /下午|晚上/.test(part)
  const isMorning = /^a/i.test(half) || /上午|凌晨|早上/.test(part)
  const typed = Number(hourText)
  const hour = isAfternoon && typed < 12 ? typed + 12 : isMorning && typed === 12 ? 0 : typed
  if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return null
  return `${String(hour).padStart(2, '0')}:${minute}${second === undefined ? '' : `:${second}`}`
}

/** Only letters that mean one zone everywhere; CST is both Chinese and American. */
const named: Readonly<Record<string, string>> = {
  ...{ Z: '+00:00', UTC: '+00:00', GMT: '+00:00', EST: '-05:00', EDT: '-04:00', CDT: '-05:00', MST: '-07:00' },
  ...{ MDT: '-06:00', PST: '-08:00', PDT: '-07:00', CET: '+01:00', CEST: '+02:00', BST: '+01:00', JST: '+09:00' },
  ...{ HKT: '+08:00', SGT: '+08:00', AEST: '+10:00', AEDT: '+11:00' },
}

function zoneOf(offset: string | undefined, name: string | undefined): string {
  if (name !== undefined) return named[name.toUpperCase()] ?? ''
  const match = offset === undefined ? null : /^([+-])(\d{1,2}):?(\d{2})?$/.exec(offset)
  if (!match || Number(match[2]) > 14) return ''
  return `${match[1]}${(match[2] ?? '').padStart(2, '0')}:${match[3] ?? '00'}`
}
