// Where a supplier stands, as a word; and whether a certificate still holds.
import { useText } from '#renderer/lib/language.ts'
import { useToday } from '#renderer/lib/use-today.ts'
import { StatusBadge, type Tone } from '#renderer/ui/status-badge.tsx'
import { daysBetween, isDay } from '#shared/dates.ts'
import type { SupplyStatus } from '#shared/schemas/parties.ts'

const tones: Readonly<Record<SupplyStatus, Tone>> = {
  candidate: 'accent',
  approved: 'good',
  on_hold: 'warn',
  blocked: 'bad',
}

export function SupplyStatusBadge({ status }: { status: SupplyStatus }) {
  const { t } = useText()
  return <StatusBadge tone={tones[status]}>{t(`suppliers.statuses.${status}`)}</StatusBadge>
}

/** From this many days on, what is left is counted out. */
const soonDays = 60

/** The day alone while it is far, then how long it still is. */
export function ExpiryCell({ expiresOn }: { expiresOn: string | null }) {
  const today = useToday()
  if (!expiresOn || !isDay(expiresOn)) return null
  return daysBetween(today, expiresOn) > soonDays ? expiresOn : <ExpiryBadge expiresOn={expiresOn} />
}

export function ExpiryBadge({ expiresOn }: { expiresOn: string | null }) {
  const { t, format } = useText()
  const today = useToday()
  if (!expiresOn || !isDay(expiresOn)) return <span className="q-quiet">{t('suppliers.certificates.endless')}</span>
  const left = daysBetween(today, expiresOn)
  if (left < 0) return <StatusBadge tone="bad">{t('suppliers.certificates.expired')}</StatusBadge>
  if (left > soonDays) return <StatusBadge tone="good">{t('suppliers.certificates.valid')}</StatusBadge>
  return (
    <StatusBadge tone="warn">
      {t('suppliers.certificates.expires', { count: left, formatted: format.number(left) })}
    </StatusBadge>
  )
}
