// A count in words: its state as a badge, what it covers.
import { type Spoken, useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import type { CountClass, CountRow, CountStatus } from '#shared/schemas/counting.ts'

const tones: Readonly<Record<CountStatus, Tone>> = { open: 'accent', posted: 'good', cancelled: 'neutral' }

export function CountStatusBadge({ status }: { status: CountStatus }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`counting.statuses.${status}`)}</StatusBadge>
}

/** `Everything`, `Bin A-1`, `Class A`. */
export function scopeText(
  { t, format }: Spoken,
  { scope, scopeName, scopeNameZh }: Pick<CountRow, 'scope' | 'scopeName' | 'scopeNameZh'>,
): string {
  const name = nameIn(format.language, { name: scopeName, nameZh: scopeNameZh })
  if (scope === 'all' || scope === 'chosen') return t(`counting.scopes.${scope}`)
  if (scope === 'class') return t(`counting.classes.${scopeName as CountClass}`)
  return t(scope === 'bin' ? 'counting.ofBin' : 'counting.ofCategory', { name })
}
