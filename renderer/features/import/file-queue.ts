// Sends dropped files to the host, one after the other, and has each looked through.

import { client } from '#renderer/lib/api.ts'
import { failureOf } from '#renderer/lib/call-failure.ts'
import { uploadFile } from '#renderer/lib/files.ts'
import type { Inspection } from '#shared/schemas/imports.ts'
import { carriedMapping, withMapping } from './carried-choices.ts'
import { type ImportFile, newImportFile, type ReadingChoice } from './import-file.ts'
import { changeFile, getSession, type ImportSession, newSession, setSession, withoutFile } from './session-store.ts'

/** As many as one import takes. */
export const mostFiles = 50

const sending = new Map<string, AbortController>()
// One at a time: the host writes to one disk, and the first file is ready sooner.
let queue: Promise<void> = Promise.resolve()

/** Takes files in. After a finished import they begin the next one. Answers how many did not fit. */
export function addFiles(files: readonly File[]): number {
  setSession((before) => (before.stage === 'done' ? nextSession(before) : before))
  const room = mostFiles - getSession().files.length
  const taken = files
    .slice(0, Math.max(room, 0))
    .map((file) => ({ file, entry: newImportFile(crypto.randomUUID(), file) }))
  setSession((before) => ({
    ...before,
    stage: 'files',
    trial: null,
    error: null,
    files: [...before.files, ...taken.map(({ entry }) => entry)],
    selectedId: before.selectedId ?? taken[0]?.entry.id ?? null,
  }))
  for (const { file, entry } of taken) {
    const controller = new AbortController()
    sending.set(entry.id, controller)
    queue = queue.then(() => take(file, entry.id, controller.signal))
  }
  return files.length - taken.length
}

/** Files after an import begin another one, most likely from the same source. */
function nextSession({ bookUid, shared }: ImportSession): ImportSession {
  return { ...newSession(bookUid), shared: { channel: shared.channel, makeMissing: false } }
}

export function removeFile(id: string): void {
  sending.get(id)?.abort()
  setSession((before) => withoutFile(before, id))
}

async function take(file: File, id: string, signal: AbortSignal): Promise<void> {
  try {
    signal.throwIfAborted()
    const token = await uploadFile(file, (sentBytes) => changeFile(id, (entry) => ({ ...entry, sentBytes })), signal)
    changeFile(id, (entry) => ({ ...entry, token }))
    await inspect(id, token, {})
  } catch (error) {
    // Taken off the list while it was under way: nobody waits for it.
    if (!signal.aborted) fail(id, error)
  } finally {
    sending.delete(id)
  }
}

function fail(id: string, error: unknown): void {
  changeFile(id, (entry) => ({ ...entry, isReading: false, failure: failureOf(error) }))
}

/** Reads the file again as the user says. Choices for columns that are still there stay, unless it holds something else. */
export async function readAgain(file: ImportFile, change: ReadingChoice): Promise<void> {
  if (file.token === null) return
  const reading = { ...file.reading, ...change }
  const isOtherKind = change.kind !== undefined && change.kind !== file.inspection?.kind
  changeFile(file.id, (entry) => ({ ...entry, reading, ...(isOtherKind && { columns: {}, answers: {} }) }))
  await inspect(file.id, file.token, reading).catch((error) => fail(file.id, error))
}

async function inspect(id: string, token: string, reading: ReadingChoice): Promise<void> {
  changeFile(id, (entry) => ({ ...entry, isReading: true, failure: null }))
  const found = await look(token, reading)
  changeFile(id, (entry) => ({ ...entry, isReading: false, inspection: found, columns: keptColumns(entry, found) }))
  if (found.savedMapping !== null && found.mapping.options.platform === '') takeChannel(found.mapping.options.channel)
}

/** What is in the file; a file of refused rows is read as the one it comes from was. */
async function look(token: string, reading: ReadingChoice): Promise<Inspection> {
  const inspection = await client.imports.inspect.query({ file: token, ...reading })
  const carried = reading.kind === undefined ? carriedMapping(inspection.columns.map(({ name }) => name)) : null
  if (!carried) return inspection
  const { kind } = carried
  const asKind =
    kind === inspection.kind ? inspection : await client.imports.inspect.query({ file: token, ...reading, kind })
  return withMapping(asKind, carried)
}

/** The source of a saved mapping holds for all, unless one was named. */
function takeChannel(channel: string): void {
  setSession((before) => (before.shared.channel === '' ? { ...before, shared: { ...before.shared, channel } } : before))
}

function keptColumns({ columns }: ImportFile, { mapping }: Inspection): ImportFile['columns'] {
  return Object.fromEntries(Object.entries(columns).filter(([header]) => header in mapping.columns))
}
