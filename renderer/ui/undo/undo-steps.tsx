// One step back or forth: asks where that is wise, does it, and says what it did with a link to it, or why it could not be.
import { Anchor, Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import type { Spoken } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { operationHref, recordHref } from '#renderer/lib/record-href.ts'
import { operationName } from '#renderer/ui/record-history/operation-name.ts'
import type { RecordTitle } from '#shared/schemas/records.ts'
import classes from './undo.module.css'
import { doubtOf } from './undo-doubt.ts'
import { askBefore, type Direction } from './undo-question.tsx'

/** When this window began: what was done before that, nobody remembers as the last thing they did. */
const startedAt = Date.now()
const shownMs = 12_000

/** One step at a time, however fast the keys come: each asks what the last one left. */
let under: Promise<void> = Promise.resolve()

export function stepBack(text: Spoken, direction: Direction, timeZone: string): Promise<void> {
  under = under.then(() => step(text, direction, timeZone)).catch((error) => sayRefusal(text, error))
  return under
}

async function step(text: Spoken, direction: Direction, timeZone: string): Promise<void> {
  const { t } = text
  const next = await client.history.next.query({ direction })
  if (!next) {
    const message = t(direction === 'undo' ? 'history.keys.nothingToUndo' : 'history.keys.nothingToRedo')
    return void notifications.show({ id: 'undo-nothing', message })
  }
  const doubt = doubtOf(next, { now: Date.now(), startedAt, timeZone })
  if (doubt && !(await askBefore({ next, direction, doubt }))) return
  await undoAndSay(text, next.operationId)
}

/** Takes one operation back (an undoing: brings back what it undid) and says so, or why not. */
export async function undoAndSay(text: Spoken, operationId: number): Promise<void> {
  try {
    const { result, record, operationId: by } = await client.history.undo.mutate({ operationId })
    notifications.hide(`undo-${operationId}`)
    const isRedo = result.name === 'history.undo'
    sayStep(text, { name: result.name, isRedo, record, by })
  } catch (error) {
    sayRefusal(text, error)
  }
}

type Said = { name: string; isRedo: boolean; record: RecordTitle | null; by: number | null }

function sayStep(text: Spoken, { name, isRedo, record, by }: Said): void {
  const { t } = text
  const id = `undo-${by}`
  const what = isRedo ? t('history.operations.history_undo') : operationName(t, name)
  notifications.show({
    id,
    autoClose: shownMs,
    message: (
      <span className={classes.said}>
        <span>
          {isRedo ? t('history.operations.history_redo') : t('history.keys.undone', { what })}
          {record ? ' · ' : ''}
          {record ? <NamedRecord text={text} record={record} /> : null}
        </span>
        {by === null ? null : (
          <Button variant="subtle" size="compact-xs" onClick={() => undoAndSay(text, by)}>
            {t(isRedo ? 'history.keys.undo' : 'history.keys.redo')}
          </Button>
        )}
      </span>
    ),
  })
}

function NamedRecord({ text, record }: { text: Spoken; record: RecordTitle }) {
  const shown = [record.code, nameIn(text.format.language, record)].filter(Boolean).join(' · ')
  return record.deleted ? <s>{shown}</s> : <Anchor href={recordHref(record)}>{shown}</Anchor>
}

/** Why it could not be, with a link to the work that stands in the way. */
function sayRefusal({ t }: Pick<Spoken, 't'>, error: unknown): void {
  const { operationId } = failureOf(error).details
  notifications.show({
    id: 'undo-refused',
    color: 'red',
    autoClose: shownMs,
    message: (
      <span className={classes.said}>
        <span>{errorMessage(t, error)}</span>
        {typeof operationId === 'number' ? (
          <Anchor href={operationHref(operationId)}>{t('history.book.inHistory')}</Anchor>
        ) : null}
      </span>
    ),
  })
}
