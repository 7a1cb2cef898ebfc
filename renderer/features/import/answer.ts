// An answer to a question about a file.
import type { ImportQuestion } from '#shared/schemas/imports.ts'
import type { Answers, ImportFile } from './import-file.ts'
import { setSession } from './session-store.ts'

/** The currency of one file is taken for all others that ask and were not answered: files of one drop mostly share it. */
export function answer(file: ImportFile, { key }: ImportQuestion, value: string): void {
  setSession((before) => ({
    ...before,
    trial: null,
    files: before.files.map((other) => {
      const isAlike = key === 'currency' && isOpen(other, key)
      return other.id === file.id || isAlike
        ? { ...other, answers: { ...other.answers, [key]: value } as Answers }
        : other
    }),
  }))
}

function isOpen({ inspection, answers }: ImportFile, key: ImportQuestion['key']): boolean {
  const question = inspection?.questions.find((one) => one.key === key)
  return question !== undefined && question.guess === null && !(key in answers)
}
