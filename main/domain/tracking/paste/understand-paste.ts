// A paste understood: which parcels, what happened to each and when, what nobody understood. Nothing is kept here.
import type { Day } from '#shared/dates.ts'
import type { TrackingState } from '#shared/schemas/shipment-words.ts'
import type { DateOrder, RuleUsed } from '#shared/schemas/tracking.ts'
import type { StateReader } from '../state-rules.ts'
import { gatherEvents } from './gather-events.ts'
import { type NumberKnown, type PasteLine, pasteLines } from './paste-lines.ts'
import { dayOfPart, settleDays } from './settle-days.ts'
import { wordsOfEvent } from './words-of-event.ts'

export type PasteSettings = {
  order: DateOrder | null
  year: number | null
  /** '' is found out by the words of the paste. */
  source: string
  today: Day
  known: NumberKnown
  read: StateReader
  /** Of a number: whose it probably is. */
  carrierOf: (number: string) => string
}

export type ReadEvent = {
  line: number
  localTime: string
  zone: string
  place: string
  country: string
  text: string
  sourceCode: string
  state: TrackingState | ''
  rule: RuleUsed
}

export type ReadParcel = {
  /** '' where the paste tells none. */
  number: string
  line: number
  source: string
  events: ReadEvent[]
  unread: { line: number; text: string }[]
}

export type ReadPaste = { parcels: ReadParcel[]; source: string; unclear: { example: string; count: number } | null }

type Block = { number: string; line: number; lines: PasteLine[] }

export function understandPaste(text: string, settings: PasteSettings): ReadPaste {
  const source = settings.source || sourceOf(text)
  const blocks = blocksOf(pasteLines(text, settings.known))
  const tells = (word: string) => settings.read({ text: word, source, sourceCode: '' }).rule.by !== ''
  const gathered = blocks.map((block) => ({ block, ...gatherEvents(block.lines, tells) }))
  const days = gathered.flatMap(({ events }) => events.map(({ day }) => day))
  const { order, unclear } = settleDays(days, settings)
  const parcels = gathered.map(({ block, events, unread }): ReadParcel => {
    const from = source || settings.carrierOf(block.number) || 'pasted'
    const parcel: ReadParcel = { number: block.number, line: block.line, source: from, events: [], unread: [...unread] }
    for (const event of events) {
      const day = dayOfPart(event.day, { ...settings, order })
      // What is asked about will be understood once that is answered.
      if (day === null && unclear !== null && event.day.form === 'numbers') continue
      if (day === null) {
        parcel.unread.push({ line: event.line, text: lineAt(text, event.line) })
        continue
      }
      const said = wordsOfEvent(event.words, from, settings.read)
      const { state, rule } = settings.read({ ...said, source: from })
      const localTime = event.time === null ? day : `${day}T${event.time}`
      parcel.events.push({ line: event.line, localTime, zone: event.zone, ...said, state, rule })
    }
    return parcel
  })
  return { parcels: joined(parcels).filter(tellsSomething), source, unclear }
}

function tellsSomething({ number, events, unread }: ReadParcel): boolean {
  return number !== '' || events.length > 0 || unread.length > 0
}

/** What comes before the first number belongs to none. */
function blocksOf(lines: readonly PasteLine[]): Block[] {
  const blocks: Block[] = [{ number: '', line: 0, lines: [] }]
  for (const line of lines) {
    if (line.kind === 'heading' && line.number !== blocks.at(-1)?.number) {
      blocks.push({ number: line.number, line: line.line, lines: [] })
    } else blocks.at(-1)?.lines.push(line)
  }
  return blocks
}

/** One number may head several pieces of a paste. */
function joined(parcels: readonly ReadParcel[]): ReadParcel[] {
  return [...Map.groupBy(parcels, ({ number }) => number).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    return [{ ...first, events: same.flatMap(({ events }) => events), unread: same.flatMap(({ unread }) => unread) }]
  })
}

function lineAt(text: string, line: number): string {
  return text.split(/\r\n?|\n/)[line - 1]?.trim() ?? ''
}

/** Pages name themselves. 17TRACK names the carriers of its parcels too, and so comes first. */
const names: readonly (readonly [string, RegExp])[] = [
  ['17track', /17track|^package status:|^包裹状态[:：]/im],
  ['aftership', /aftership/i],
  ['cainiao', /cainiao|菜鸟/i],
  ['yunexpress', /yun ?express|yuntrack|云途/i],
  ['4px', /\b4px\b|递四方/i],
  ['fedex', /fedex/i],
  ['dhl', /\bdhl\b/i],
  ['ups', /\bups\b/i],
  ['usps', /\busps\b|united states postal/i],
  ['china_post', /china post|中国邮政|\bEMS\b|邮政速递/i],
  ['sf_express', /顺丰|\bsf express/i],
]

function sourceOf(text: string): string {
  return names.find(([, form]) => form.test(text))?.[0] ?? ''
}
