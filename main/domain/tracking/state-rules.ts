// What a text or a code means: the book's own rules first, then the shipped ones. The words win over a code that says less.
import type { TrackingState } from '#shared/schemas/shipment-words.ts'
import type { OwnRule, RuleTried, ShippedRule } from '#shared/schemas/tracking.ts'
import { foldText } from './fold-text.ts'
import { phrasePattern } from './phrase-pattern.ts'

type State = TrackingState | ''

/** The table that comes with the program (resources/tracking/rules.json). Codes of a state stand in one text, parted by bars. */
export type ShippedRules = {
  /** A courier's several ways to name its codes: 'dhl' has those of 'dhl_express'. */
  families: Readonly<Record<string, readonly string[]>>
  /** Sources whose codes are told by their form, whatever the source is called. */
  selfEvident: readonly string[]
  codes: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Words that take back what they name (no damage, not lost) or tell what may come (or it will be returned): read over. */
  unsaid: readonly string[]
  /** In this order; the first that stands in the text counts. A bare word that is a name as well (LOST HILLS) stands last. */
  phrases: readonly { state: string; words: readonly string[] }[]
}

/** An event as the rules see it. */
export type Said = { text: string; source: string; sourceCode: string }

export type StateReader = (said: Said) => RuleTried

type Found = { state: State; matched: string }
type OwnFinder = (said: Said, folded: string) => (Found & { rule: OwnRule }) | null

/** Keeps what it read: the same few hundred sentences come again and again. */
const maxKept = 20_000

/** Compiles the rules once, for many events. */
export function stateReader(shipped: ShippedRules, own: readonly OwnRule[]): StateReader {
  const ownOf = ownFinder(own)
  const phraseOf = phraseFinder(shipped)
  const codeOf = codeFinder(shipped)
  const kept = new Map<string, RuleTried>()
  return (said) => {
    const key = `${said.source}\n${said.sourceCode}\n${said.text}`
    const known = kept.get(key)
    if (known) return known
    const folded = foldText(said.text)
    const mine = ownOf(said, folded)
    const read = mine ? ofOwn(mine) : ofShipped(phraseOf(folded), codeOf(said))
    if (kept.size < maxKept) kept.set(key, read)
    return read
  }
}

function ofOwn({ rule, state, matched }: Found & { rule: OwnRule }): RuleTried {
  return { state, rule: { by: rule.phrase === '' ? 'code' : 'text', ruleId: rule.id, matched } }
}

/** States that only say that it is under way. Whatever else a text says, it says more. */
const vague: readonly string[] = ['', 'booked', 'picked_up', 'departed', 'arrived']

function ofShipped(phrase: Found | null, code: Found | null): RuleTried {
  if (phrase && (code === null || !vague.includes(phrase.state) || vague.includes(code.state))) {
    return { state: phrase.state, rule: { by: 'text', ruleId: null, matched: phrase.matched } }
  }
  if (code) return { state: code.state, rule: { by: 'code', ruleId: null, matched: code.matched } }
  return { state: '', rule: { by: '', ruleId: null, matched: '' } }
}

function ownFinder(own: readonly OwnRule[]): OwnFinder {
  const ready = own.map((rule) => ({ rule, pattern: rule.phrase === '' ? null : phrasePattern([rule.phrase]) }))
  return (said, folded) => {
    for (const { rule, pattern } of ready) {
      if (rule.source !== '' && rule.source !== said.source) continue
      if (rule.code !== '' && rule.code !== said.sourceCode) continue
      const words = pattern === null ? rule.code : pattern.exec(folded)?.[0]
      if (words !== undefined) return { rule, state: rule.state, matched: words }
    }
    return null
  }
}

function phraseFinder({ unsaid, phrases }: ShippedRules): (folded: string) => Found | null {
  const readOver = new RegExp(phrasePattern(unsaid), 'g')
  const ready = phrases.map(({ state, words }) => ({ state: state as State, pattern: phrasePattern(words) }))
  return (folded) => {
    const said = folded.replaceAll(readOver, ' ')
    for (const { state, pattern } of ready) {
      const words = pattern.exec(said)?.[0]
      if (words !== undefined) return { state, matched: words }
    }
    return null
  }
}

function codeFinder(shipped: ShippedRules): (said: Said) => Found | null {
  const tables = new Map(Object.entries(shipped.codes).map(([source, states]) => [source, codeTable(states)]))
  return ({ source, sourceCode }) => {
    if (sourceCode === '') return null
    for (const name of [source, ...(shipped.families[source] ?? []), ...shipped.selfEvident]) {
      const state = tables.get(name)?.get(sourceCode)
      if (state !== undefined) return { state, matched: sourceCode }
    }
    return null
  }
}

function codeTable(states: Readonly<Record<string, string>>): Map<string, State> {
  return new Map(
    Object.entries(states).flatMap(([state, codes]) => codes.split('|').map((code) => [code, state as State] as const)),
  )
}

/** The shipped table as rows, for a screen: phrases in their order, then codes by source. */
export function shippedRows({ unsaid, phrases, codes }: ShippedRules): ShippedRule[] {
  return [
    { source: '', code: '', phrase: unsaid.join(' | '), state: '' },
    ...phrases.map(({ state, words }) => ({ source: '', code: '', phrase: words.join(' | '), state: state as State })),
    ...Object.entries(codes).flatMap(([source, states]) =>
      Object.entries(states).map(([state, all]) => ({ source, code: all, phrase: '', state: state as State })),
    ),
  ]
}
