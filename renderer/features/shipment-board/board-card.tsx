// A shipment on the board: its number, whom it is for, by what it travels, and what about it cannot wait.
import { ActionIcon, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconHourglass, IconMessagePlus, IconPackageOff } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { type Day, daysBetween } from '#shared/dates.ts'
import type { BoardCard, BoardColumnKey } from '#shared/schemas/shipment-board.ts'
import classes from './board.module.css'

type CardProps = {
  card: BoardCard
  currency: string
  column: BoardColumnKey
  asOf: Day
  isActive: boolean
  onFocus: () => void
  onTell: () => void
}

export function BoardCardItem({ card, currency, column, asOf, isActive, onFocus, onTell }: CardProps) {
  const { t, format, language } = useText()
  const isSent = column !== 'draft' && column !== 'packed'
  const who = nameIn(language, { name: card.who, nameZh: card.whoZh })
  return (
    <li className={classes.card} data-late={card.isLate || undefined} data-card={card.id}>
      <div className={classes.cardHead}>
        <Link
          to="/shipments/$id"
          params={{ id: String(card.id) }}
          className={classes.number}
          tabIndex={isActive ? 0 : -1}
          onFocus={onFocus}
        >
          {card.number}
        </Link>
        {isSent ? (
          <WriteGate>
            <Tooltip label={t('shipments.board.tell', { number: card.number })}>
              <ActionIcon
                variant="subtle"
                size="sm"
                tabIndex={isActive ? 0 : -1}
                data-tell
                aria-label={t('shipments.board.tell', { number: card.number })}
                onClick={onTell}
              >
                <IconMessagePlus size={15} stroke={1.5} aria-hidden />
              </ActionIcon>
            </Tooltip>
          </WriteGate>
        ) : null}
      </div>
      <p className={classes.who}>
        {who || t(`shipments.kinds.${card.kind}`)}
        {card.country ? <span className="q-quiet"> · {format.country(card.country)}</span> : null}
      </p>
      <CarriedBy card={card} />
      <Urgent card={card} column={column} asOf={asOf} />
      <p className={classes.foot}>
        <span className="q-quiet">
          <DayOf card={card} />
        </span>
        <span data-figure className={card.value === null ? 'q-quiet' : undefined}>
          {card.value === null ? t('shipments.board.noValue') : format.money(card.value, currency)}
        </span>
      </p>
    </li>
  )
}

function CarriedBy({ card }: { card: BoardCard }) {
  const { t, format, language } = useText()
  const carrier = nameIn(language, { name: card.carrier, nameZh: card.carrierZh })
  const by = carrier || (card.mode === '' ? '' : t(`shipments.modes.${card.mode}`))
  if (by === '' && card.trackingNumber === '') return null
  const more = { count: card.moreNumbers, formatted: format.number(card.moreNumbers) }
  return (
    <p className={classes.by}>
      {by}
      {card.trackingNumber ? <span className={classes.tracking}> {card.trackingNumber}</span> : null}
      {card.moreNumbers > 0 ? (
        <span className="q-quiet" title={t('shipments.board.moreNumbersHint', more)}>
          {' '}
          {t('shipments.board.moreNumbers', more)}
        </span>
      ) : null}
    </p>
  )
}

function DayOf({ card }: { card: BoardCard }) {
  const { t } = useText()
  if (card.deliveredOn) return t('shipments.board.deliveredOn', { day: card.deliveredOn })
  if (card.plannedOn) return t('shipments.board.planned', { day: card.plannedOn })
  return t('shipments.board.noPlan')
}

/** What cannot wait, each with a sign and words: late, to be decided, kept only so long, damaged. */
function Urgent({ card, column, asOf }: { card: BoardCard; column: BoardColumnKey; asOf: Day }) {
  const { t, format } = useText()
  const { isLate, plannedOn, deliveredOn, decideBy, keptUntil, wasDamaged } = card
  const days = plannedOn === null ? 0 : daysBetween(plannedOn, deliveredOn ?? asOf)
  return (
    <>
      {isLate ? (
        <p className={classes.late}>
          <IconAlertTriangle size={13} stroke={1.7} aria-hidden />
          {t('shipments.board.lateBy', { count: days, formatted: format.number(days) })}
        </p>
      ) : null}
      {decideBy ? (
        <p className={classes.late}>
          <IconHourglass size={13} stroke={1.7} aria-hidden />
          {t('shipments.board.decideBy', { day: decideBy })}
        </p>
      ) : null}
      {keptUntil ? (
        <p className={classes.warn}>
          <IconHourglass size={13} stroke={1.7} aria-hidden />
          {t('shipments.board.keptUntil', { day: keptUntil })}
        </p>
      ) : null}
      {wasDamaged && column !== 'damaged' ? (
        <p className={classes.warn}>
          <IconPackageOff size={13} stroke={1.7} aria-hidden />
          {t('shipments.board.damaged')}
        </p>
      ) : null}
    </>
  )
}
