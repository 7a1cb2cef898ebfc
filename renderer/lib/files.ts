// Files to and from the host in 1 MB chunks, one after the other, so that neither side ever holds more than a chunk.
import { transport } from '#renderer/lib/transport.ts'

const chunkSize = 1024 * 1024

export type UploadProgress = (sent: number, size: number) => void

/** Sends a file; answers the token under which the host knows it. Throws the signal's reason when aborted. */
export async function uploadFile(
  file: File,
  onProgress: UploadProgress = () => {},
  signal?: AbortSignal,
): Promise<string> {
  const { token } = await transport.files.open(file.name)
  for (let offset = 0; offset < file.size; offset += chunkSize) {
    signal?.throwIfAborted()
    const chunk = await file.slice(offset, offset + chunkSize).arrayBuffer()
    await transport.files.put(token, offset, chunk)
    onProgress(offset + chunk.byteLength, file.size)
  }
  return token
}

/** Reads a whole file from the host. */
export async function readFile(token: string, type = 'application/octet-stream'): Promise<Blob> {
  const chunks: ArrayBuffer[] = []
  let offset = 0
  while (true) {
    const chunk = await transport.files.get(token, offset)
    if (chunk.byteLength === 0) return new Blob(chunks, { type })
    chunks.push(chunk)
    offset += chunk.byteLength
  }
}

/** Reads a file from the host and hands it to the user as a download under `name`. */
export async function downloadFile(token: string, name: string): Promise<void> {
  offerDownload(await readFile(token), name)
}

/** Hands something that is here already to the user as a download. */
export function offerDownload(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download has its own hold on the data once it began.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
