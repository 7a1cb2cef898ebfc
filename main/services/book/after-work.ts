// What follows from every operation of a book, as part of it, whoever wrote it.
import type { AfterWork } from '#main/db/write.ts'
import { keepChangedVersions } from '#main/services/versions/keep-version.ts'

export const afterWork: AfterWork = (tx, operation) => {
  keepChangedVersions(tx, operation)
}
