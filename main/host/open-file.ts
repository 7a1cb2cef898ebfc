// Opens a file of the shelf with the system's own program, after asking. What is not known to be only shown can only be saved.
import type { OpenedFiles } from '#main/host/opened-files.ts'
import type { ShelvedFile } from '#main/services/files/file-shelf.ts'
import { AppError } from '#shared/errors.ts'
import type { Language } from '#shared/i18n/translate.ts'

/** What a host with a system around it offers. */
export type FileOpener = {
  /** Whether the user wants the file opened. */
  ask(name: string, language: Language): Promise<boolean>
  /** Answers why it could not be opened; empty text when it was. */
  open(path: string): Promise<string>
}

type OpenParts = { opener: FileOpener | null; copies: OpenedFiles | null; language: Language }

/** Whether the file was opened; false when the user thought better of it. */
export async function openShelvedFile(file: ShelvedFile, { opener, copies, language }: OpenParts): Promise<boolean> {
  if (!opener || !copies) throw new AppError('host/no-dialog')
  copies.refuseRunnable(file)
  if (!(await opener.ask(file.name, language))) return false
  const reason = await opener.open(copies.place(file))
  if (reason !== '') throw new AppError('files/open-failed', { name: file.name, reason })
  return true
}
