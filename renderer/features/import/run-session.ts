// The trial run and the import of all files that are ready, as jobs at the host.
import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { newJobId } from '#renderer/lib/jobs.ts'
import { carryMappings } from './carried-choices.ts'
import { isReady } from './file-readiness.ts'
import { mappingOf } from './import-file.ts'
import { getSession, type ImportSession, setSession } from './session-store.ts'

type RunInput = Parameters<typeof client.imports.run.mutate>[0]

/** The files that are ready, as the host takes them. */
function runInputOf({ files, shared }: ImportSession, jobId: string): RunInput {
  const ready = files.filter(isReady).flatMap((file) => {
    const mapping = mappingOf(file, shared)
    return file.token && mapping ? [{ file: file.token, mapping }] : []
  })
  return { jobId, files: ready }
}

/** Answers whether it came to its end. */
export function tryOut(): Promise<boolean> {
  return inJob('trial', async (input) => {
    const trial = await client.imports.preview.mutate(input)
    setSession((before) => ({ ...before, stage: 'trial', trial }))
  })
}

export function importFiles(): Promise<boolean> {
  return inJob('import', async (input) => {
    const report = await client.imports.run.mutate(input)
    const { files, shared } = getSession()
    carryMappings(files.filter(isReady), shared)
    setSession((before) => ({ ...before, stage: 'done', report }))
  })
}

async function inJob(kind: 'trial' | 'import', work: (input: RunInput) => Promise<void>): Promise<boolean> {
  if (getSession().running) return false
  const jobId = newJobId()
  setSession((before) => ({ ...before, running: { jobId, kind, isStopping: false }, error: null }))
  try {
    await work(runInputOf(getSession(), jobId))
    return true
  } catch (error) {
    // Who stopped it knows that it was stopped.
    setSession((before) => ({ ...before, error: failureOf(error).code === 'job/cancelled' ? null : error }))
    return false
  } finally {
    setSession((before) => ({ ...before, running: null }))
  }
}

export function stopRunning(): void {
  const { running } = getSession()
  if (!running) return
  setSession((before) => ({ ...before, running: { ...running, isStopping: true } }))
  client.host.cancelJob.mutate({ id: running.jobId }).catch(() => {
    setSession((before) => (before.running ? { ...before, running: { ...before.running, isStopping: false } } : before))
  })
}

/** Makes what rows refer to and the book does not know, or refuses such rows: what that changes, a new trial run tells. */
export async function setMakeMissing(makeMissing: boolean): Promise<void> {
  const set = (value: boolean) =>
    setSession((before) => ({ ...before, shared: { ...before.shared, makeMissing: value } }))
  set(makeMissing)
  // The trial that is still shown was run the other way.
  if (!(await tryOut())) set(!makeMissing)
}
