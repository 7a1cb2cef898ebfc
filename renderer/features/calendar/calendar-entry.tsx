// One entry of a day: what it is, whom it concerns; opens its record. Tasks can be dragged to another day.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { recordAddress } from '#renderer/lib/record-address.ts'
import type { Day } from '#shared/dates.ts'
import type { CalendarEntry, CalendarKind } from '#shared/schemas/calendar.ts'
import classes from './calendar.module.css'
import { EntrySign, isLate } from './calendar-kinds.tsx'

export const draggedTask = 'application/x-quayside-task'

/** Their own title tells them apart. */
const named: readonly CalendarKind[] = ['task', 'fileExpiry', 'customerHoliday']

const careAddress = { to: '/customers/overview', search: { view: 'care' } }

type EntryProps = {
  entry: CalendarEntry
  today: Day
  /** Within the grid the arrows lead from day to day, and a day's own list has its entries. */
  isSkipped?: boolean
  /** All of it, on as many lines as it takes; else one line, which begins with what tells entries apart. */
  isDetailed?: boolean
  /** What kind it is, in words. */
  saysKind?: boolean
}

export function EntryLink({ entry, today, isSkipped = false, isDetailed = false, saysKind = false }: EntryProps) {
  const { t, format, language } = useText()
  const { kind, title, state, record } = entry
  const detail = entry.countries
    ? format.list(entry.countries.map(format.country))
    : nameIn(language, { name: entry.detail, nameZh: entry.detailZh })
  const isOverdue = isLate(entry, today)
  const kindSaid = t(`calendar.kind.${kind}`)
  const stateSaid = isOverdue ? t('calendar.states.late') : state === 'open' ? '' : t(`calendar.states.${state}`)
  // Numbers begin alike: cut off, a customer's name tells more.
  const isByWhom = !isDetailed && !named.includes(kind) && detail !== ''
  const [first, second] = isByWhom ? [detail, title] : [title, detail]
  return (
    <Link
      {...((record ? recordAddress(record) : careAddress) as { to: '/' })}
      className={classes.entry}
      data-kind={kind}
      data-state={isOverdue ? 'late' : state}
      data-detailed={isDetailed || undefined}
      tabIndex={isSkipped ? -1 : undefined}
      title={[t('common.named', { name: kindSaid, said: title }), detail, stateSaid]
        .filter(Boolean)
        .join(t('common.comma'))}
      draggable={kind === 'task'}
      onDragStart={(event) => {
        if (kind === 'task') event.dataTransfer.setData(draggedTask, JSON.stringify({ id: entry.id, title }))
      }}
    >
      <EntrySign entry={entry} today={today} />
      <span className={classes.entryText}>
        {saysKind ? null : <span className={classes.unseen}>{t('common.named', { name: kindSaid, said: '' })}</span>}
        {first}
        {second ? <span className={classes.entryDetail}> {second}</span> : null}
        {saysKind ? <span className={classes.entryDetail}> · {kindSaid}</span> : null}
        {stateSaid ? <span className={classes.unseen}>{t('common.comma') + stateSaid}</span> : null}
      </span>
    </Link>
  )
}
