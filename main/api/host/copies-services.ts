// What the host offers for copies that leave the house.
import type { MadeCopy, MakeCopyInput, OpenCopyInput, OpenedCopy } from '#shared/schemas/copies.ts'

export interface CopyServices {
  make(input: MakeCopyInput): Promise<MadeCopy>
  /** Writes the book that an encrypted file holds; opening it is another call. */
  open(input: OpenCopyInput): Promise<OpenedCopy>
}
