// Books as files: those opened before, a copy under another name, copies that a sync program left, and how the book is open.
import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BooksServices } from '#main/api/host/books-services.ts'
import type { BookCard } from '#main/db/book-card.ts'
import type { BookKeeper, HeldBook } from '#main/host/book-keeper.ts'
import { conflictNames } from '#main/host/books/conflict-names.ts'
import { refuseOpenBook } from '#main/host/open-book-file.ts'
import type { PlaceTokens } from '#main/host/place-tokens.ts'
import type { Porter } from '#main/host/porter.ts'
import { forgetBook, moveBook, pinBook } from '#main/host/recent-books.ts'
import type { SettingsFile } from '#main/host/settings-file.ts'
import { AppError } from '#shared/errors.ts'

type BooksParts = { keeper: BookKeeper; settings: SettingsFile; tokens: PlaceTokens; porter: Porter }

type Cards = { file: string; card: BookCard | null }[]

export function booksServices({ keeper, settings, tokens, porter }: BooksParts): BooksServices {
  const held = (): HeldBook => {
    const book = keeper.held()
    if (!book) throw new AppError('book/closed')
    return book
  }
  const ask = async <Result>(path: string, input: unknown, kind: 'query' | 'mutation' = 'query'): Promise<Result> => {
    const reply = await held().pool.call({ id: 0, kind, path, input })
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.details)
    return reply.data as Result
  }
  return {
    forget: (token) => forgetBook(settings, tokens.pathOf(token)),
    pin: (token, isPinned) => pinBook(settings, tokens.pathOf(token), isPinned),
    async found({ token, at, anyway }) {
      const [from, to] = [tokens.pathOf(token), tokens.pathOf(at)]
      const { uid = '' } = settings.read().recent.find(({ path }) => path === from) ?? {}
      const [found] = await porter.carry<Cards>({ kind: 'query', path: 'inner.saving.cards', input: { files: [to] } })
      if (!anyway && uid !== '' && found?.card && found.card.uid !== uid)
        throw new AppError('book/other-book', { name: basename(to), companyName: found.card.companyName })
      const state = await keeper.open(to, null)
      moveBook(settings, from, to)
      return state
    },
    async saveCopy({ target, workThere }) {
      const path = tokens.pathOf(target)
      refuseOpenBook(held(), path)
      const { access } = held().state
      if (access.mode === 'read' && access.reason === 'moved')
        await ask('inner.saving.rescue', { target: path }, 'mutation')
      else await ask('inner.saving.copy', { target: path })
      return workThere ? keeper.open(path, null) : null
    },
    writeHere: (takeOver) => keeper.reopen(takeOver ? 'take-over' : 'usual'),
    follow: () => keeper.follow(),
    async conflictCopies() {
      const { path, state } = held()
      const paths = conflictNames(basename(path), namesBeside(path)).map((name) => join(dirname(path), name))
      if (paths.length === 0) return []
      const cards = await ask<Cards>('inner.saving.cards', { files: paths.slice(0, mostLookedAt) })
      return cards.flatMap(({ file, card }) => {
        const facts = statSync(file, { throwIfNoEntry: false })
        if (card?.uid !== state.uid || !facts) return []
        const [size, changedAt] = [facts.size, Math.round(facts.mtimeMs)]
        return [{ token: tokens.tokenOf(file), name: basename(file), size, changedAt }]
      })
    },
    quietPlace() {
      const kept = settings.read()
      settings.write({ ...kept, quietPlaces: [...new Set([...kept.quietPlaces, held().path])] })
      keeper.note({ warnsOfPlace: false })
    },
    bringTogether: () => keeper.bringTogether(),
  }
}

const mostLookedAt = 20

function namesBeside(path: string): string[] {
  try {
    return readdirSync(dirname(path))
  } catch {
    return []
  }
}
