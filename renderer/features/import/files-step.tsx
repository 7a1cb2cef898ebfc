// The first step: which files, what is in each, and where their columns go.

import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { StepBar } from '#renderer/ui/steps/step-bar.tsx'
import { WriteGate } from '#renderer/ui/write-gate.tsx'
import { ChooseFiles } from './choose-files.tsx'
import { DropArea } from './drop-area.tsx'
import { FileList } from './file-list.tsx'
import { FilePanel } from './file-panel.tsx'
import { asksSomething, isReady } from './file-readiness.ts'
import classes from './files-step.module.css'
import { tryOut } from './run-session.ts'
import { type ImportSession, setSession } from './session-store.ts'

type FilesStepProps = {
  session: ImportSession
  isOver: boolean
  onFiles: (files: File[]) => void
  bookCurrency: string
}

export function FilesStep({ session, isOver, onFiles, bookCurrency }: FilesStepProps) {
  const { t } = useText()
  const { files, selectedId } = session
  if (files.length === 0) {
    return (
      <div className={classes.empty}>
        <DropArea isOver={isOver} onFiles={onFiles} />
      </div>
    )
  }
  const selected = files.find((file) => file.id === selectedId) ?? files[0]
  return (
    <>
      <div className={classes.split} data-over={isOver || undefined}>
        <div className={classes.list}>
          <FileList files={files} selectedId={selected?.id ?? null} />
          <div className={classes.add}>
            <ChooseFiles onFiles={onFiles} leftSection={<IconPlus size={14} stroke={1.5} />}>
              {t('import.drop.more')}
            </ChooseFiles>
          </div>
          <SourceInput channel={session.shared.channel} />
        </div>
        <div className={classes.panel}>
          {selected ? <FilePanel file={selected} bookCurrency={bookCurrency} /> : null}
        </div>
      </div>
      <FilesBar session={session} />
    </>
  )
}

function SourceInput({ channel }: { channel: string }) {
  const { t } = useText()
  return (
    <TextInput
      className={classes.source}
      label={t('import.source.label')}
      placeholder={t('import.source.placeholder')}
      description={t('import.source.text')}
      maxLength={60}
      value={channel}
      onChange={(event) => {
        const text = event.currentTarget.value
        setSession((before) => ({ ...before, trial: null, shared: { ...before.shared, channel: text } }))
      }}
    />
  )
}

function FilesBar({ session }: { session: ImportSession }) {
  const { t, format } = useText()
  const ready = session.files.filter(isReady).length
  const asking = session.files.filter(asksSomething)
  const said = [
    t('import.trial.readyCount', {
      count: session.files.length,
      ready: format.number(ready),
      formatted: format.number(session.files.length),
    }),
    ...(asking.length > 0
      ? [t('import.trial.asks', { count: asking.length, formatted: format.number(asking.length) })]
      : []),
  ]
  return (
    <StepBar isStatus text={said.join(' ')}>
      {session.error ? <Notice tone="bad">{errorMessage(t, session.error)}</Notice> : null}
      {asking.some(({ id }) => id !== session.selectedId) ? (
        <Button
          variant="filled"
          onClick={() => setSession((before) => ({ ...before, selectedId: nextAsking(before) }))}
        >
          {t('import.trial.showNext')}
        </Button>
      ) : null}
      {/* A file with an open question stays out of the trial, so the question comes first. */}
      <WriteGate>
        <Button variant={asking.length > 0 ? 'default' : 'filled'} disabled={ready === 0} onClick={() => tryOut()}>
          {t('import.trial.run')}
        </Button>
      </WriteGate>
    </StepBar>
  )
}

/** The next file below the selected one that waits for an answer, and from the top again. */
function nextAsking({ files, selectedId }: ImportSession): string | null {
  const at = files.findIndex(({ id }) => id === selectedId)
  const round = [...files.slice(at + 1), ...files.slice(0, at + 1)]
  return round.find(asksSomething)?.id ?? selectedId
}
