// An open book of which only the calls to it are real: for host code that asks one and goes on with the answer.
import type { HeldBook } from '#main/host/book-keeper.ts'
import { AppError } from '#shared/errors.ts'
import type { Envelope, Reply } from '#shared/operation.ts'

type Answer = (input: unknown) => unknown

export type FakeBook = { held: HeldBook; calls: [string, unknown][]; answers: Map<string, Answer> }

export function fakeBook(path = '/nowhere/a.quay'): FakeBook {
  const calls: [string, unknown][] = []
  const answers = new Map<string, Answer>()
  const call = async ({ id, kind, path: name, input }: Envelope): Promise<Reply> => {
    if (kind === 'mutation') calls.push([name, input])
    try {
      return { id, ok: true, data: (await answers.get(name)?.(input)) ?? null }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      return { id, ok: false, error: { code: error.code, details: error.details } }
    }
  }
  const state = { uid: 'uid', access: { mode: 'write' }, timeZone: 'UTC', isSample: false }
  return { held: { pool: { call }, path, file: path, state } as unknown as HeldBook, calls, answers }
}
