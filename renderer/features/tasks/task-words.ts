// What a task says of itself in words: how it repeats, how late it is.
import type { Spoken } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { type Day, daysBetween } from '#shared/dates.ts'
import type { Language } from '#shared/i18n/translate.ts'
import type { Repeat, TaskRow } from '#shared/schemas/tasks.ts'

/** `every 2 weeks until 2026-12-31`; empty where it does not repeat. */
export function repeatWords({ t, format }: Spoken, repeat: Repeat | null): string {
  if (repeat === null) return ''
  const rule = t(`tasks.every.${repeat.unit}`, { count: repeat.every, formatted: format.number(repeat.every) })
  const every = repeat.isMonthEnd ? t('tasks.monthEnd', { every: rule }) : rule
  return repeat.until ? t('tasks.until', { every, day: repeat.until }) : every
}

export type Lateness = 'late' | 'today' | 'soon' | 'later' | 'none'

/** How pressing a day is, seen from today: tomorrow is soon. */
export function latenessOf(dueOn: Day | null, today: Day): Lateness {
  if (dueOn === null) return 'none'
  const days = daysBetween(today, dueOn)
  if (days < 0) return 'late'
  if (days === 0) return 'today'
  return days === 1 ? 'soon' : 'later'
}

/** What stands beside the day: `3 days late`, `today`; empty for days further off. */
export function dueWords({ t, format }: Spoken, dueOn: Day | null, today: Day): string {
  const lateness = latenessOf(dueOn, today)
  if (lateness === 'late' && dueOn !== null) {
    const days = daysBetween(dueOn, today)
    return t('tasks.due.overdue', { count: days, formatted: format.number(days) })
  }
  if (lateness === 'today') return t('tasks.due.today')
  return lateness === 'soon' ? t('tasks.due.tomorrow') : ''
}

export function personOf(language: Language, row: Pick<TaskRow, 'personName' | 'personNameZh'>): string {
  return nameIn(language, { name: row.personName, nameZh: row.personNameZh })
}
