// Days that a service takes, as people say them: `3–5 days`.
import type { useText } from '#renderer/lib/language.ts'

export function daysText(
  { t, format }: Pick<ReturnType<typeof useText>, 't' | 'format'>,
  from: number | null,
  to: number | null,
): string {
  if (from === null) return ''
  const span = to === null || to === from ? format.number(from) : `${format.number(from)}–${format.number(to)}`
  return t('carriers.days', { count: to ?? from, formatted: span })
}
