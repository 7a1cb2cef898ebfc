// The look at another copy, and the merge itself, as jobs at the host. Nothing is written before `bringTogether`.
import { client, queryClient, trpc } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { uploadFile } from '#renderer/lib/files.ts'
import { newJobId } from '#renderer/lib/jobs.ts'
import { choicesOf, undecided } from './decisions.ts'
import { changeSession, getSession, newSession, type OtherCopy, setSession } from './merge-session.ts'

type Running = NonNullable<ReturnType<typeof getSession>['running']>['kind']

/** Looks at a copy that was chosen; what was seen of another one is over. */
export function lookAt(copy: OtherCopy): Promise<void> {
  setSession({ ...newSession(getSession().bookUid), copy })
  return look()
}

/** A file from another program's window goes to the host first: it has no place there yet. */
export async function lookAtFile(file: File): Promise<void> {
  setSession({ ...newSession(getSession().bookUid), copy: null })
  const ended = new AbortController()
  stopSending = () => ended.abort()
  let token: string | null = null
  await inJob('send', async () => {
    token = await uploadFile(file, () => {}, ended.signal)
  })
  if (token !== null) await lookAt({ token, name: file.name })
}

let stopSending: () => void = () => {}

/** Looks again with the passphrase; what was decided before speaks of another state and is gone. */
export async function look(passphrase = getSession().passphrase): Promise<void> {
  const { copy } = getSession()
  if (!copy) return
  await inJob('look', async (jobId) => {
    try {
      const report = await client.host.merge.look.mutate({
        file: copy.token,
        jobId,
        ...(passphrase !== '' && { passphrase }),
      })
      changeSession({
        report,
        passphrase,
        needsPassphrase: false,
        decisions: undecided,
        decided: { back: [], forth: [] },
        stage: 'report',
      })
    } catch (error) {
      const isLocked = failureOf(error).code === 'merge/needs-passphrase'
      if (isLocked) changeSession({ needsPassphrase: true, stage: 'choose' })
      // Asked for the first time, it is a question and no fault.
      if (!isLocked || passphrase !== '') throw error
    }
  })
}

export async function bringTogether(): Promise<void> {
  const { report, decisions } = getSession()
  if (!report) return
  await inJob('run', async (jobId) => {
    const result = await client.host.merge.run.mutate({ look: report.look, choices: choicesOf(decisions), jobId })
    changeSession({ result, report: null, passphrase: '', stage: 'done' })
    await forgetPast()
  })
}

/** The list of earlier ones: the host tells of changed records, not of this. */
export function forgetPast(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: trpc.host.merge.past.queryKey() })
}

async function inJob(kind: Running, work: (jobId: string) => Promise<void>): Promise<void> {
  if (getSession().running) return
  const jobId = newJobId()
  changeSession({ running: { jobId, kind, isStopping: false }, error: null })
  try {
    await work(jobId)
  } catch (error) {
    // Who stopped it knows that it was stopped.
    changeSession({ error: isStopped(error) ? null : error })
  } finally {
    changeSession({ running: null })
  }
}

function isStopped(error: unknown): boolean {
  return (error instanceof DOMException && error.name === 'AbortError') || failureOf(error).code === 'job/cancelled'
}

export function stopRunning(): void {
  const { running } = getSession()
  if (!running) return
  changeSession({ running: { ...running, isStopping: true } })
  if (running.kind === 'send') {
    stopSending()
    return
  }
  client.host.cancelJob.mutate({ id: running.jobId }).catch(() => {
    const now = getSession().running
    if (now) changeSession({ running: { ...now, isStopping: false } })
  })
}

/** Back to the beginning; the host lets go of the other copy. */
export function startOver(): void {
  const { report, bookUid } = getSession()
  setSession(newSession(bookUid))
  if (report) client.host.merge.forget.mutate({ look: report.look }).catch(() => {})
}
