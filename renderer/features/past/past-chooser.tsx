// Chooses a day to see the book as of: the usual ones by a click, any other one written.
import { Button, Modal, Progress } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { client, trpc } from '#renderer/lib/api.ts'
import { errorMessage, fieldMessage } from '#renderer/lib/error-message.ts'
import { newJobId, useJobs } from '#renderer/lib/jobs.ts'
import { useShowsJob } from '#renderer/lib/jobs-on-screen.ts'
import { useText } from '#renderer/lib/language.ts'
import { leavePastChooser, usePastWish } from '#renderer/lib/past-store.ts'
import { typedDay } from '#renderer/lib/typed-day.ts'
import { DayInput } from '#renderer/ui/day-input.tsx'
import { QueryState } from '#renderer/ui/query-state.tsx'
import { isDay } from '#shared/dates.ts'
import type { PastBounds } from '#shared/schemas/past.ts'
import classes from './past.module.css'
import { usualPastDays } from './usual-days.ts'

export function PastChooser() {
  const wish = usePastWish()
  return wish === null ? null : <Chooser key={wish} initial={wish} />
}

function Chooser({ initial }: { initial: string }) {
  const { t } = useText()
  // The days move on while a window stands open.
  const bounds = useQuery({ ...trpc.host.past.bounds.queryOptions(), gcTime: 0 })
  const [jobId] = useState(newJobId)
  const open = useMutation({
    mutationFn: (day: string) => client.host.past.open.mutate({ day, jobId }),
    onSuccess: leavePastChooser,
  })
  const close = () => {
    if (open.isPending) void client.host.cancelJob.mutate({ id: jobId })
    leavePastChooser()
  }
  return (
    <Modal opened onClose={close} title={t('past.choose.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {open.isPending ? (
        <Making day={open.variables} jobId={jobId} onCancel={close} />
      ) : (
        <QueryState query={bounds}>
          {(known) =>
            known.first >= known.today ? (
              <p>{t('past.none')}</p>
            ) : (
              <DayForm
                initial={initial}
                bounds={known}
                problem={open.error ? errorMessage(t, open.error) : ''}
                onChoose={open.mutate}
              />
            )
          }
        </QueryState>
      )}
    </Modal>
  )
}

type FormProps = { initial: string; bounds: PastBounds; problem: string; onChoose: (day: string) => void }

function DayForm({ initial, bounds, problem, onChoose }: FormProps) {
  const { t } = useText()
  const [typed, setTyped] = useState(initial)
  const [fault, setFault] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const day = typedDay(typed)
    if (isDay(day)) onChoose(day)
    else setFault(fieldMessage(t, 'day'))
  }
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <p className="q-quiet">{t('past.choose.text')}</p>
      <DayInput
        label={t('past.choose.day')}
        data-autofocus
        value={typed}
        error={fault || problem}
        onChange={(day) => {
          setFault('')
          setTyped(day)
        }}
      />
      <div className={classes.usual}>
        {usualPastDays(bounds).map(({ key, day }) => (
          <Button key={key} onClick={() => onChoose(day)}>
            {t(`past.choose.usual.${key}`)}
          </Button>
        ))}
      </div>
      <div className={classes.actions}>
        <Button onClick={leavePastChooser}>{t('common.cancel')}</Button>
        <Button type="submit" variant="filled">
          {t('past.choose.run')}
        </Button>
      </div>
    </form>
  )
}

function Making({ day, jobId, onCancel }: { day: string; jobId: string; onCancel: () => void }) {
  const { t } = useText()
  useShowsJob(jobId)
  const job = useJobs().jobs.find((one) => one.id === jobId)
  const share = job?.total ? Math.min(100, (job.done / job.total) * 100) : null
  const text = t('past.making', { day })
  return (
    <div className={classes.form} role="status">
      <p>{text}</p>
      <Progress.Root size="sm">
        <Progress.Section value={share ?? 100} animated={share === null} aria-label={text} />
      </Progress.Root>
      <div className={classes.actions}>
        <Button onClick={onCancel}>{t('common.cancel')}</Button>
      </div>
    </div>
  )
}
