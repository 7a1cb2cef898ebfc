// One operation as a line: when, what and on which records, by whom; opened, before and after of each field.
import { Button, Tooltip } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { operationName } from '#renderer/ui/record-history/operation-name.ts'
import { RecordLink } from '#renderer/ui/record-link.tsx'
import { undoAndSay } from '#renderer/ui/undo/undo-steps.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Failure } from '#shared/errors.ts'
import { english } from '#shared/i18n/english.ts'
import type { Translate } from '#shared/i18n/translate.ts'
import type { BookHistoryEntry } from '#shared/schemas/history.ts'
import classes from './history.module.css'
import { OperationParts } from './operation-parts.tsx'

type RowProps = { entry: BookHistoryEntry; isOpen: boolean; onToggle: () => void }

export function HistoryRow({ entry, isOpen, onToggle }: RowProps) {
  const { t, format } = useText()
  const what = nameOf(t, entry)
  const refusal = useRefusal(entry, isOpen)
  const detailId = `operation-${entry.operationId}`
  return (
    <li className={classes.row} data-undone={entry.undoneBy !== null || undefined}>
      <div className={classes.line}>
        <button
          type="button"
          className={classes.opener}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailId : undefined}
          aria-label={t('history.book.open', { what, time: format.timeOfDay(entry.at) })}
          onClick={onToggle}
        >
          <IconChevronRight size={14} stroke={1.8} aria-hidden />
          <time className={classes.time} data-figure dateTime={new Date(entry.at).toISOString()}>
            {format.timeOfDay(entry.at)}
          </time>
        </button>
        <div className={classes.what}>
          <strong className={classes.name}>{what}</strong>
          <Records entry={entry} />
          <UndoMarks entry={entry} />
        </div>
        <Who entry={entry} />
        <div className={classes.action}>
          <UndoButton entry={entry} what={what} refusal={refusal} />
        </div>
      </div>
      {isOpen ? (
        <div id={detailId} className={classes.detail}>
          {refusal ? <p className="q-quiet">{errorMessage(t, refusal)}</p> : null}
          <OperationParts operationId={entry.operationId} />
        </div>
      ) : null}
    </li>
  )
}

/** An undoing says what it undid: the undoing of a redo, too, is about what was done in the first place. */
function nameOf(t: Translate, { name, of }: BookHistoryEntry): string {
  const first = of === null ? '' : operationName(t, of)
  if (first === '') return operationName(t, name)
  return t(name === 'history.redo' ? 'history.keys.redone' : 'history.keys.undone', { what: first })
}

function Records({ entry: { records, more, others } }: { entry: BookHistoryEntry }) {
  const { t, format } = useText()
  const words = records.length > 0 ? [] : others.map((table) => otherWord(t, table))
  return (
    <>
      {records.map((record) => (
        <RecordLink key={`${record.kind} ${record.id}`} record={record} />
      ))}
      {more > 0 ? (
        <span className="q-quiet">{t('history.book.more', { count: more, formatted: format.number(more) })}</span>
      ) : null}
      {words.length > 0 ? <span className="q-quiet">{format.list(words)}</span> : null}
    </>
  )
}

function otherWord(t: Translate, table: string): string {
  const { others } = english.history.book
  return t(`history.book.others.${table in others ? (table as keyof typeof others) : 'other'}`)
}

/** What was undone says so and leads to what undid it, and the other way round. */
function UndoMarks({ entry: { undoneBy, takesBack } }: { entry: BookHistoryEntry }) {
  const { t } = useText()
  const link = (operation: number, text: string) => (
    <Link className="q-link" to="/history" search={{ operation }}>
      {text}
    </Link>
  )
  return (
    <>
      {undoneBy === null ? null : (
        <span className={classes.mark}>
          {t('history.book.undone')} · {link(undoneBy, t('history.book.undoneBy'))}
        </span>
      )}
      {takesBack === null ? null : <span className={classes.mark}>{link(takesBack, t('history.book.takesBack'))}</span>}
    </>
  )
}

function Who({ entry }: { entry: BookHistoryEntry }) {
  const { t, language } = useText()
  const person = entry.person ? nameIn(language, entry.person) : t('history.unknownPerson')
  const who = [person, ...(entry.copy ? [t('history.copy', { letters: entry.copy })] : [])].join(' · ')
  return (
    <p className={classes.who} title={who}>
      {who}
    </p>
  )
}

/** What stands in the way: for good, or, asked once the line is opened, by later work. */
function useRefusal({ operationId, undoneBy, isOwn, neverBack }: BookHistoryEntry, isOpen: boolean): Failure | null {
  const isAsked = isOpen && isOwn && undoneBy === null && neverBack === null
  const { data } = useQuery(trpc.history.undoRefusal.queryOptions({ operationId }, { enabled: isAsked }))
  return neverBack ?? data ?? null
}

type UndoButtonProps = { entry: BookHistoryEntry; what: string; refusal: Failure | null }

/** Only this copy's own work goes back here; what is undone comes back by what undid it. */
function UndoButton({ entry, what, refusal }: UndoButtonProps) {
  const text = useText()
  const [isUnder, setUnder] = useState(false)
  if (!entry.isOwn || entry.undoneBy !== null) return null
  if (refusal) return <CannotUndo why={errorMessage(text.t, refusal)} />
  const isUndoing = entry.name === 'history.undo'
  const run = async () => {
    setUnder(true)
    await undoAndSay(text, entry.operationId)
    setUnder(false)
  }
  return (
    <WriteGate>
      <Button
        variant="subtle"
        size="compact-xs"
        loading={isUnder}
        aria-label={text.t(isUndoing ? 'history.book.redoOne' : 'history.book.undoOne', { what })}
        onClick={run}
      >
        {text.t(isUndoing ? 'history.book.redo' : 'history.book.undo')}
      </Button>
    </WriteGate>
  )
}

/** The reason stands in the line below once it is opened, too. */
function CannotUndo({ why }: { why: string }) {
  const { t } = useText()
  return (
    <Tooltip label={why} multiline maw={320} position="left">
      <span className="q-quiet">{t('history.book.stays')}</span>
    </Tooltip>
  )
}
