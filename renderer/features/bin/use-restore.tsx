// Restores from the bin: says what came back and what did not; what leans on something deleted may bring that along.
import { Button, Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type ReactNode, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import type { BinItem, BinRestored } from '#shared/schemas/bin.ts'
import classes from './bin.module.css'

export type Restoring = { isUnder: boolean; run: (items: readonly BinItem[]) => void; question: ReactNode }

type Leaning = { items: readonly BinItem[]; why: string }

export function useRestore(onDone: () => void): Restoring {
  const text = useText()
  const [isUnder, setUnder] = useState(false)
  const [leaning, setLeaning] = useState<Leaning | null>(null)
  const nameOf = useItemName()
  const run = async (items: readonly BinItem[], withOthers = false) => {
    setUnder(true)
    setLeaning(null)
    try {
      const wish = { items: items.map(({ kind, id }) => ({ kind, id })), withOthers }
      const { result, operationId } = await client.bin.restore.mutate(wish)
      const [first] = items
      sayUndoable(text, said(text, result, first && items.length === 1 ? nameOf(first) : null), operationId)
      sayRefused(text, result)
      const left = items.filter((item) =>
        result.refused.some(({ kind, id, code }) => code === leansOn && kind === item.kind && id === item.id),
      )
      if (left.length > 0) setLeaning({ items: left, why: errorMessage(text.t, result.refused[0]) })
      onDone()
    } catch (error) {
      if (failureOf(error).code === leansOn) setLeaning({ items, why: errorMessage(text.t, error) })
      else sayError(text.t, error)
    } finally {
      setUnder(false)
    }
  }
  const question = leaning ? (
    <BothQuestion why={leaning.why} onClose={() => setLeaning(null)} onBoth={() => run(leaning.items, true)} />
  ) : null
  return { isUnder, run: (items) => void run(items), question }
}

const leansOn = 'bin/leans-on'

type Text = ReturnType<typeof useText>

function said({ t, format }: Text, { restored, others }: BinRestored, name: string | null): string {
  const text = name
    ? t('bin.restored', { what: name })
    : t('bin.restoredMany', { count: restored, formatted: format.number(restored) })
  return others === 0 ? text : t('bin.withOthers', { text, count: others, formatted: format.number(others) })
}

/** What could not come back for another reason than leaning on something deleted, which is asked about. */
function sayRefused({ t, format }: Text, { refused }: BinRestored): void {
  const taken = refused.filter(({ code }) => code !== leansOn)
  const [first] = taken
  if (!first) return
  const why = errorMessage(t, { code: first.code, details: first.details })
  notifications.show({
    color: 'red',
    message: t('bin.refused', { count: taken.length, formatted: format.number(taken.length), why }),
  })
}

/** What a deleted thing is called. */
export function useItemName(): (item: BinItem) => string {
  const { t, language } = useText()
  return (item) => [item.code, nameIn(language, item)].filter(Boolean).join(' · ') || t('bin.noName')
}

function BothQuestion({ why, onClose, onBoth }: { why: string; onClose: () => void; onBoth: () => void }) {
  const { t } = useText()
  return (
    <Modal opened onClose={onClose} title={t('bin.both.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <p className={classes.why}>{why}</p>
      <div className={classes.actions}>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button variant="filled" data-autofocus onClick={onBoth}>
          {t('bin.both.run')}
        </Button>
      </div>
    </Modal>
  )
}
