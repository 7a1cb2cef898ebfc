// A paper's page, from the book's worker, as a PDF on the shelf: the screen gets it as it gets every other file.
import { nameOfTitle } from '#main/domain/files/file-name.ts'
import type { HeldBook } from '#main/host/book-keeper.ts'
import { chunkBytes, type FileShelf } from '#main/services/files/file-shelf.ts'
import { AppError } from '#shared/errors.ts'
import type { Envelope } from '#shared/operation.ts'
import { markedPage } from '#shared/paper-mark.ts'
import type { PaperPdfInput } from '#shared/schemas/host.ts'

export type PdfEngine = (html: string) => Promise<Uint8Array>

type PaperFileParts = { book: HeldBook | null; files: FileShelf; engine: PdfEngine | null }

/** Makes the file; `papers/no-pdf` where the host has no engine, else the worker's own refusal. */
export async function paperFile(input: PaperPdfInput, { book, files, engine }: PaperFileParts) {
  if (!engine) throw new AppError('papers/no-pdf')
  if (!book) throw new AppError('book/closed')
  const { html, title } = await pageOf(book, input)
  const pdf = await engine(input.mark === '' ? html : markedPage(html, input.mark))
  const file = files.open(`${nameOfTitle(title) || 'paper'}.pdf`)
  for (let at = 0; at < pdf.byteLength; at += chunkBytes) files.put(file.token, at, pdf.subarray(at, at + chunkBytes))
  return { token: file.token, name: file.name }
}

async function pageOf({ pool }: HeldBook, input: PaperPdfInput): Promise<{ html: string; title: string }> {
  const asked: Pick<Envelope, 'path' | 'input'> =
    'paperId' in input
      ? { path: 'papers.html', input: { id: input.paperId } }
      : { path: 'papers.preview', input: input.wish }
  const reply = await pool.call({ id: 0, kind: 'query', ...asked })
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
  return reply.data as { html: string; title: string }
}
