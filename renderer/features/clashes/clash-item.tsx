// One clash: what is wrong in a sentence, its records, and the ways to mend it or to leave it as it is.
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { useText } from '#renderer/lib/language.ts'
import { nameIn } from '#renderer/lib/names.ts'
import { ClashRecords } from '#renderer/ui/clashes/clash-records.tsx'
import { clashSentence, mendingInWords } from '#renderer/ui/clashes/clash-words.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import { sayUndoable } from '#renderer/ui/undo-notice.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import type { Clash, ClashMending, ClashRecord } from '#shared/schemas/clashes.ts'
import { LeaveButton } from './leave-button.tsx'
import classes from './rule-panel.module.css'
import { SureDialog } from './sure-dialog.tsx'
import { useMend } from './use-mend.ts'

export function ClashItem({ clash }: { clash: Clash }) {
  const words = useText()
  const { t } = words
  const mend = useMend(clash.rule)
  const [asked, setAsked] = useState<{ mending: ClashMending; keep?: number } | null>(null)
  const start = (mending: ClashMending, keep?: number) => {
    if (mending.isFinal) return setAsked({ mending, ...(keep !== undefined && { keep }) })
    mend.mutate({ mending: mending.id, keys: [clash.key], ...(keep !== undefined && { keep }) })
  }
  return (
    <li className={classes.item}>
      <p className={classes.sentence}>{clashSentence(clash, words)}</p>
      <ClashRecords
        clash={clash}
        isHere
        actionOf={(record) => <KeepButton clash={clash} record={record} isBusy={mend.isPending} onKeep={start} />}
      />
      {clash.left?.note ? <p className={classes.note}>{t('clashes.leave.noted', { note: clash.left.note })}</p> : null}
      <div className={classes.actions}>
        {clash.left ? (
          <PutBack clash={clash} />
        ) : (
          <>
            {clash.mendings.map((mending) => (
              <WriteGate key={mending.id}>
                <Button disabled={mend.isPending} onClick={() => start(mending)}>
                  {mendingInWords(clash.rule, mending.id, words)}
                </Button>
              </WriteGate>
            ))}
            <LeaveButton clash={clash} />
          </>
        )}
      </div>
      {asked ? (
        <SureDialog
          title={mendingInWords(clash.rule, asked.mending.id, words)}
          text={t('clashes.final')}
          onClose={() => setAsked(null)}
          onSure={() => {
            setAsked(null)
            mend.mutate({
              mending: asked.mending.id,
              keys: [clash.key],
              ...(asked.keep !== undefined && { keep: asked.keep }),
            })
          }}
        />
      ) : null}
    </li>
  )
}

type KeepButtonProps = {
  clash: Clash
  record: ClashRecord
  isBusy: boolean
  onKeep: (mending: ClashMending, keep: number) => void
}

/** The suggested way, with this one as the one that stays. */
function KeepButton({ clash, record, isBusy, onKeep }: KeepButtonProps) {
  const { t, language } = useText()
  const mending = clash.mendings.find(({ takesKeep }) => takesKeep)
  if (clash.left || !mending) return null
  const name = record.record ? record.record.code || nameIn(language, record.record) : record.label
  return (
    <WriteGate>
      <Button
        variant="subtle"
        size="compact-xs"
        disabled={isBusy}
        aria-label={t('clashes.keepThisNamed', { name })}
        onClick={() => onKeep(mending, record.rowId)}
      >
        {t('clashes.keepThis')}
      </Button>
    </WriteGate>
  )
}

function PutBack({ clash }: { clash: Clash }) {
  const words = useText()
  const { t } = words
  const putBack = useMutation({
    mutationFn: () => client.clashes.unleave.mutate({ rule: clash.rule, keys: [clash.key] }),
    onSuccess: ({ operationId }) => sayUndoable(words, t('clashes.leave.putBackDone'), operationId),
    onError: (error) => sayError(t, error),
  })
  return (
    <WriteGate>
      <Button disabled={putBack.isPending} onClick={() => putBack.mutate()}>
        {t('clashes.leave.putBack')}
      </Button>
    </WriteGate>
  )
}
