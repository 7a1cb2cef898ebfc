// `call BOOK PROCEDURE [JSON]`: one procedure, its result as JSON.

import { procedureKind } from '#main/api/router.ts'
import { type CliVerb, parsed, printJson, withBook } from '#main/host/cli/verb.ts'
import { directCall } from '#main/host/direct-caller.ts'
import { errorSentence } from '#main/host/error-sentence.ts'
import { AppError } from '#shared/errors.ts'

const usage = 'call BOOK PROCEDURE [JSON] [--person NAME] [--json]'

export const callVerb: CliVerb = {
  usage,
  async run(args) {
    const options = { person: { type: 'string' }, json: { type: 'boolean' } } as const
    const { values, positionals } = parsed({ args, allowPositionals: true, options }, usage)
    const [path, procedure, text] = positionals
    if (!path || !procedure || positionals.length > 3) throw new AppError('cli/usage', { usage, reason: '' })
    const kind = await kindOf(procedure)
    const input = text === undefined ? undefined : parseInput(text)
    const reply = await withBook(
      { path, person: values.person, isReading: kind === 'query' },
      ({ book, memory, places, person }) =>
        directCall(book, {
          shelfFolder: places.shelf,
          personId: person.known,
          signUp: person.signUp,
          keepPerson: (id) => memory.keepPerson(book.uid, id),
        })({ id: 1, kind, path: procedure, input }),
    )
    if (reply.ok) {
      printJson(reply.data)
      return 0
    }
    printJson({ error: reply.error })
    process.stderr.write(`quayside: ${errorSentence(reply.error)}\n`)
    return 1
  },
}

async function kindOf(path: string): Promise<'query' | 'mutation'> {
  const kind = await procedureKind(path)
  if (kind === null || /^(host|inner)\./.test(path)) throw new AppError('call/unknown', { path })
  return kind
}

function parseInput(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AppError('cli/usage', { usage, reason: 'JSON' })
  }
}
