// One click for all of a kind: first how many it would mend and what would stay, then the button.
import { Button, Loader, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { mendingInWords } from '#renderer/ui/clashes/clash-words.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { ClashCount, ClashMending, ClashRuleId, MendReport } from '#shared/schemas/clashes.ts'
import classes from './rule-panel.module.css'
import { reasons, useMend } from './use-mend.ts'

export function MendAll({ count: { rule, open, mendings } }: { count: ClashCount }) {
  const words = useText()
  const { t, format } = words
  const [asked, setAsked] = useState<ClashMending | null>(null)
  return (
    <div className={classes.all}>
      <span className="q-quiet">{t('clashes.all.label', { count: open, formatted: format.number(open) })}</span>
      {mendings.map((mending, index) => (
        <WriteGate key={mending.id}>
          <Button variant={index === 0 ? 'filled' : 'default'} onClick={() => setAsked(mending)}>
            {mendingInWords(rule, mending.id, words)}
          </Button>
        </WriteGate>
      ))}
      <LeaveAll rule={rule} />
      {asked ? <MendAllDialog rule={rule} mending={asked} onClose={() => setAsked(null)} /> : null}
    </div>
  )
}

function LeaveAll({ rule }: { rule: ClashRuleId }) {
  const words = useText()
  const { t, format } = words
  const leave = useMutation({
    mutationFn: () => client.clashes.leave.mutate({ rule, targets: { all: true }, note: '' }),
    onSuccess: ({ result, operationId }) =>
      sayUndoable(words, t('clashes.leave.done', { count: result, formatted: format.number(result) }), operationId),
    onError: (error) => sayError(t, error),
  })
  return (
    <WriteGate>
      <Button variant="subtle" disabled={leave.isPending} onClick={() => leave.mutate()}>
        {t('clashes.leave.button')}
      </Button>
    </WriteGate>
  )
}

type MendAllDialogProps = { rule: ClashRuleId; mending: ClashMending; onClose: () => void }

function MendAllDialog({ rule, mending, onClose }: MendAllDialogProps) {
  const words = useText()
  const { t, format } = words
  const title = mendingInWords(rule, mending.id, words)
  const mend = useMend(rule)
  const {
    mutate: look,
    data,
    error,
  } = useMutation({
    mutationFn: () => client.clashes.preview.mutate({ rule, mending: mending.id, targets: { all: true } }),
  })
  useEffect(() => look(), [look])
  const run = () => mend.mutate({ mending: mending.id, keys: null }, { onSettled: onClose })
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <div className={classes.question}>
        {error ? <Notice tone="bad">{errorMessage(t, error)}</Notice> : null}
        {data ? <Preview report={data} isFinal={mending.isFinal} /> : null}
        {!data && !error ? <Loader size="sm" aria-label={t('common.loading')} /> : null}
        <div className={classes.questionActions}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="filled" onClick={run} loading={mend.isPending} disabled={!data || data.mended === 0}>
            {t('clashes.all.button', { count: data?.mended ?? 0, formatted: format.number(data?.mended ?? 0) })}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function Preview({ report: { mended, refused }, isFinal }: { report: MendReport; isFinal: boolean }) {
  const words = useText()
  const { t, format } = words
  return (
    <div role="status">
      <p>{t('clashes.all.text', { count: mended, formatted: format.number(mended) })}</p>
      {reasons(refused, words).map((reason) => (
        <p key={reason}>{reason}</p>
      ))}
      <p className="q-quiet">{t(isFinal ? 'clashes.final' : 'clashes.all.undo')}</p>
    </div>
  )
}
