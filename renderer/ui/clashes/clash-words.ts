// Clashes in words: what is wrong in one sentence, filled with what the rule found, and what each way of mending does.
import type { Spoken } from '#renderer/lib/language.ts'
import { english } from '#shared/i18n/english.ts'
import type { TextKey } from '#shared/i18n/translate.ts'
import type { Clash, ClashMendingId, ClashRuleId } from '#shared/schemas/clashes.ts'

/** `The order number SO-2026-0012 stands on 2 orders.` */
export function clashSentence(clash: Pick<Clash, 'rule' | 'facts' | 'count'>, { t, format }: Spoken): string {
  const { rule, facts, count } = clash
  const said = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'number' ? format.number(value) : (value ?? ''),
    ]),
  )
  const values = { ...said, count, formatted: format.number(count) }
  if (rule === 'references/deleted') return t(referenceKey(clash), { ...values, ...pointed(clash, t) })
  if (rule === 'sources/same-key')
    return t('clashes.rules.sources/same-key.sentence', { ...values, ...sourced(clash, t) })
  if (rule === 'stock/shortage')
    return t('clashes.rules.stock/shortage.sentence', { ...values, quantity: format.number(Number(facts.quantity)) })
  return t(`clashes.rules.${rule}.sentence`, values)
}

function referenceKey({ facts }: Pick<Clash, 'facts'>): TextKey {
  return facts.table === 'stock_movements'
    ? 'clashes.rules.references/deleted.stock'
    : 'clashes.rules.references/deleted.sentence'
}

/** What points, and what it points at, by their tables. */
function pointed({ facts }: Pick<Clash, 'facts'>, t: Spoken['t']): { what: string; target: string } {
  return { what: tableWord(t, String(facts.table)), target: tableWord(t, String(facts.target)) }
}

function sourced({ facts }: Pick<Clash, 'facts'>, t: Spoken['t']): { kind: string } {
  const { sourceKinds } = english.clashes
  const kind = String(facts.kind)
  return { kind: kind in sourceKinds ? t(`clashes.sourceKinds.${kind as keyof typeof sourceKinds}`) : kind }
}

function tableWord(t: Spoken['t'], table: string): string {
  const { tables } = english.clashes
  return t(`clashes.tables.${table in tables ? (table as keyof typeof tables) : 'other'}`)
}

/** What a way of mending does, as the button says it; some rules say it more exactly. */
export function mendingInWords(rule: ClashRuleId, mending: ClashMendingId, { t }: Pick<Spoken, 't'>): string {
  const own = english.clashes.rules[rule].mendings as Partial<Record<ClashMendingId, string>>
  return mending in own ? t(`clashes.rules.${rule}.mendings.${mending}` as TextKey) : t(`clashes.mendings.${mending}`)
}
