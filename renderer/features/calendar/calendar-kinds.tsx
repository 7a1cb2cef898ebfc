// The kinds of entries: their signs, and which of them are shown.
import { Button, Menu } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCake,
  IconCash,
  IconCertificate,
  IconCheck,
  IconChecklist,
  IconCoins,
  IconConfetti,
  IconFileText,
  IconFilter,
  IconFlag,
  IconMapPin,
  IconMessageQuestion,
  IconMoonStars,
  IconPackageExport,
  IconPackageImport,
  IconPaperclip,
  IconReceipt,
  IconShip,
  IconTruck,
  IconTruckDelivery,
} from '@tabler/icons-react'
import { useText } from '#renderer/lib/language.ts'
import type { Day } from '#shared/dates.ts'
import { type CalendarEntry, type CalendarKind, calendarKinds } from '#shared/schemas/calendar.ts'
import classes from './calendar.module.css'
import { shownKinds, toggledKinds } from './calendar-address.ts'
import type { CalendarModel } from './use-calendar.ts'

const icons: Readonly<Record<CalendarKind, typeof IconCheck>> = {
  task: IconChecklist,
  orderDue: IconReceipt,
  orderShipped: IconTruck,
  purchaseDue: IconTruckDelivery,
  outboundDeparture: IconPackageExport,
  outboundArrival: IconMapPin,
  inboundDeparture: IconShip,
  inboundArrival: IconPackageImport,
  milestoneDue: IconFlag,
  payableDue: IconCash,
  receivableDue: IconCoins,
  answersDue: IconMessageQuestion,
  certificateExpiry: IconCertificate,
  fileExpiry: IconPaperclip,
  customerBirthday: IconCake,
  customerSilent: IconMoonStars,
  paper: IconFileText,
  customerHoliday: IconConfetti,
}

/** Nothing to be dealt with by that day: it only comes round. */
const neverLate: readonly CalendarKind[] = ['customerBirthday', 'customerSilent', 'customerHoliday']

/** What should have been dealt with before today. */
export function isLate(entry: CalendarEntry, today: Day): boolean {
  return entry.state === 'open' && entry.on < today && !neverLate.includes(entry.kind)
}

/** Planned before they happen; what happened has a tick. */
const tickedKinds: readonly CalendarKind[] = [
  'task',
  'orderDue',
  'outboundDeparture',
  'outboundArrival',
  'inboundDeparture',
  'inboundArrival',
]

/** The sign of a kind; of what is late or done, that sign instead, so that no state is told by colour alone. */
export function EntrySign({ entry, today }: { entry: CalendarEntry; today: Day }) {
  const isTicked = entry.state === 'done' && tickedKinds.includes(entry.kind)
  const Icon = isLate(entry, today) ? IconAlertTriangle : isTicked ? IconCheck : icons[entry.kind]
  return <Icon size={13} stroke={1.7} aria-hidden className={classes.sign} />
}

export function KindMenu({ kinds, change }: Pick<CalendarModel, 'kinds' | 'change'>) {
  const { t } = useText()
  const shown = shownKinds(kinds)
  return (
    <Menu>
      <Menu.Target>
        <Button leftSection={<IconFilter size={14} stroke={1.5} />} data-active={kinds.length > 0 || undefined}>
          {kinds.length === 0 ? t('calendar.show') : `${t('calendar.show')} (${kinds.length})`}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {calendarKinds.map((kind) => {
          const Icon = icons[kind]
          return (
            <Menu.CheckboxItem
              key={kind}
              checked={shown.includes(kind)}
              rightSection={<Icon size={14} stroke={1.5} aria-hidden />}
              onChange={() => change({ kinds: toggledKinds(kinds, kind) || undefined })}
            >
              {t(`calendar.kinds.${kind}`)}
            </Menu.CheckboxItem>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
