// One thing that happened, as a line or a few: a sign, what it was, who did it and when.
import {
  IconArrowsExchange,
  IconAward,
  IconCash,
  IconCheckbox,
  IconFileInvoice,
  IconGitCommit,
  IconMail,
  IconMessage,
  IconNote,
  IconPaperclip,
  IconPencil,
  IconPlus,
  IconShoppingCart,
  IconThumbUp,
  IconTruck,
  IconTruckDelivery,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { recordAddress } from '#renderer/lib/record-address.ts'
import { ChangeList } from '#renderer/ui/record-history/change-list.tsx'
import { operationName } from '#renderer/ui/record-history/operation-name.ts'
import type { TimelineEntry } from '#shared/schemas/timeline.ts'
import { NoteItem } from './note-item.tsx'
import { StockMoves } from './stock-moves.tsx'
import classes from './timeline.module.css'
import { Line } from './timeline-line.tsx'
import { SaidEntry, TradeEntry } from './trade-entries.tsx'

export function TimelineEntryItem({ entry }: { entry: TimelineEntry }) {
  const { Icon, tone } = signOf(entry)
  return (
    <li className={classes.entry}>
      <span className={classes.mark} data-tone={tone} aria-hidden>
        <Icon size={15} stroke={1.6} />
      </span>
      <Content entry={entry} />
    </li>
  )
}

type Of<Kind extends TimelineEntry['kind']> = Extract<TimelineEntry, { kind: Kind }>

function Content({ entry }: { entry: TimelineEntry }) {
  const { t } = useText()
  switch (entry.kind) {
    case 'note':
      return entry.what === 'written' ? (
        <WrittenNote entry={entry} />
      ) : (
        <Line entry={entry} what={t('timeline.entry.note_removed')} />
      )
    case 'change':
      return <ChangeEntry entry={entry} />
    case 'file':
      return <FileEntry entry={entry} />
    case 'task':
      return <TaskEntry entry={entry} />
    case 'paper':
      return <PaperEntry entry={entry} />
    case 'version':
      return <Line entry={entry} what={t('timeline.entry.version', { version: entry.version })} />
    case 'stock':
      return (
        <Line entry={entry} what={t('timeline.entry.stock')}>
          <StockMoves movements={entry.movements} />
        </Line>
      )
    case 'grade':
      return <GradeEntry entry={entry} />
    case 'order':
    case 'dispatch':
    case 'shipment':
    case 'payment':
    case 'letter':
      return <TradeEntry entry={entry} />
    case 'message':
    case 'consent':
      return <SaidEntry entry={entry} />
  }
}

function WrittenNote({ entry }: { entry: Extract<Of<'note'>, { what: 'written' }> }) {
  const { t } = useText()
  return <NoteItem note={entry.note} copy={entry.copy ? t('history.copy', { letters: entry.copy }) : ''} />
}

function ChangeEntry({ entry }: { entry: Of<'change'> }) {
  const { t } = useText()
  const version =
    entry.version === null ? null : <span className="q-quiet">{t('timeline.version', { version: entry.version })}</span>
  return (
    <Line entry={entry} what={operationName(t, entry.name)} detail={version}>
      <ChangeList entry={entry} />
    </Line>
  )
}

function FileEntry({ entry }: { entry: Of<'file'> }) {
  const { t } = useText()
  const name = <span className={entry.isRemoved ? classes.gone : undefined}>{entry.name}</span>
  return (
    <Line
      entry={entry}
      what={t(`timeline.entry.file_${entry.what}`)}
      detail={
        <>
          {name} <span className="q-quiet">{t(`attachments.kinds.${entry.fileKind}`)}</span>
        </>
      }
    />
  )
}

function TaskEntry({ entry }: { entry: Of<'task'> }) {
  const { t } = useText()
  const due = entry.what === 'made' && entry.dueOn ? t('timeline.due', { day: entry.dueOn }) : ''
  return (
    <Line
      entry={entry}
      what={t(`timeline.entry.task_${entry.what}`)}
      detail={
        <>
          <Link className="q-link" {...(recordAddress({ kind: 'task', id: entry.id }) as { to: '/' })}>
            {entry.title}
          </Link>{' '}
          <span className="q-quiet">{due}</span>
        </>
      }
    />
  )
}

function PaperEntry({ entry }: { entry: Of<'paper'> }) {
  const { t } = useText()
  const sentTo = entry.what === 'sent' && entry.sentTo ? t('timeline.sentTo', { name: entry.sentTo }) : ''
  return (
    <Line
      entry={entry}
      what={t(`timeline.entry.paper_${entry.what}`)}
      detail={
        <>
          <Link className="q-link" {...(recordAddress({ kind: 'paper', id: entry.id }) as { to: '/' })}>
            {entry.number}
          </Link>{' '}
          <span className="q-quiet">{sentTo}</span>
        </>
      }
    />
  )
}

function GradeEntry({ entry }: { entry: Of<'grade'> }) {
  const { t, format } = useText()
  const { grade, previous, from, to } = entry
  const what =
    previous === '' ? t('timeline.entry.graded', { grade }) : t('timeline.entry.regraded', { grade, previous })
  return (
    <Line
      entry={entry}
      what={what}
      detail={t('timeline.period', { from: format.dayInWords(from), to: format.dayInWords(to) })}
    />
  )
}

type Sign = { Icon: typeof IconNote; tone?: 'accent' | 'good' | 'bad' }

function signOf(entry: TimelineEntry): Sign {
  switch (entry.kind) {
    case 'change':
      return { Icon: entry.what === 'made' ? IconPlus : IconPencil }
    case 'note':
      return { Icon: IconNote, ...(entry.what === 'written' ? { tone: 'accent' } : {}) }
    case 'file':
      return { Icon: IconPaperclip }
    case 'task':
      return { Icon: IconCheckbox, ...(entry.what === 'done' ? { tone: 'good' } : {}) }
    case 'paper':
      return { Icon: IconFileInvoice, tone: entry.what === 'void' ? 'bad' : 'accent' }
    case 'version':
      return { Icon: IconGitCommit }
    case 'stock':
      return { Icon: IconArrowsExchange }
    case 'order':
      return { Icon: IconShoppingCart, ...(entry.what === 'cancelled' ? { tone: 'bad' } : { tone: 'accent' }) }
    case 'dispatch':
      return { Icon: IconTruck, ...(entry.what === 'reversed' ? { tone: 'bad' } : {}) }
    case 'shipment':
      return { Icon: IconTruckDelivery, ...toneOfShipment(entry.what) }
    case 'payment':
      return { Icon: IconCash, tone: entry.what === 'in' ? 'good' : 'bad' }
    case 'letter':
      return { Icon: IconMail }
    case 'message':
      return { Icon: IconMessage, ...(entry.what === 'written' ? { tone: 'accent' } : {}) }
    case 'consent':
      return { Icon: IconThumbUp, tone: entry.what === 'given' ? 'good' : 'bad' }
    case 'grade':
      return { Icon: IconAward, ...(entry.previous !== '' && entry.grade > entry.previous ? { tone: 'bad' } : {}) }
  }
}

function toneOfShipment(what: Of<'shipment'>['what']): Pick<Sign, 'tone'> {
  if (what === 'sent') return {}
  return { tone: what === 'delivered' ? 'good' : 'bad' }
}
