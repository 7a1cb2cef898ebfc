// Puts files on a record one after the other: looked at, sent in chunks, then kept. One that is refused stops no other.
import { client } from '#renderer/lib/api.ts'
import { uploadFile } from '#renderer/lib/files.ts'
import { thumbnailOf } from '#renderer/lib/picture-thumbnail.ts'
import { attachmentLimitBytes, attachmentLimitMb } from '#shared/schemas/attachments.ts'
import type { RecordRef } from '#shared/schemas/records.ts'
import { changeUpload, dropUpload, queueUpload, type Upload } from './upload-store.ts'

export type SentFiles = {
  added: string[]
  /** Files whose content the record had already, and under which name. */
  known: { name: string; known: string }[]
}

let lastTurn: Promise<unknown> = Promise.resolve()

/** Sends them in their turn; `say` makes a sentence of what goes wrong. */
export function sendFiles(
  record: RecordRef,
  files: readonly File[],
  say: (error: unknown) => string,
): Promise<SentFiles> {
  const queued = files.map((file) => ({ file, upload: queueUpload(record, file) }))
  const turn = lastTurn.then(async () => {
    const sent: SentFiles = { added: [], known: [] }
    for (const { file, upload } of queued) {
      try {
        const done = await sendFile(record, file, upload)
        if (done?.isNew) sent.added.push(done.name)
        else if (done) sent.known.push({ name: file.name, known: done.name })
        dropUpload(upload.id)
      } catch (error) {
        // Stopping is no failure to speak of.
        if (upload.stop.signal.aborted) dropUpload(upload.id)
        else changeUpload(upload.id, { sent: null, problem: say(error) })
      }
    }
    return sent
  })
  lastTurn = turn
  return turn
}

async function sendFile(record: RecordRef, file: File, { id, stop }: Upload) {
  stop.signal.throwIfAborted()
  // Said before the bytes travel; the host holds every file against the same limit.
  if (file.size > attachmentLimitBytes)
    throw { code: 'attachments/too-large', details: { name: file.name, limitMb: attachmentLimitMb } }
  changeUpload(id, { sent: 0 })
  const thumbnail = await thumbnailOf(file)
  const token = await uploadFile(file, (sent) => changeUpload(id, { sent }), stop.signal)
  return client.attachments.add.mutate({ record, file: token, thumbnail })
}
