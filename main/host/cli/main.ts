// The command line: the same engine without a window. `npm run quayside -- <verb> …`

import { cliVerbs } from '#main/host/cli/verbs.ts'
import { errorSentence } from '#main/host/error-sentence.ts'
import { failureOf } from '#main/host/run-envelope.ts'
import { AppError } from '#shared/errors.ts'

// `… | head` closes our output early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

const [name = '', ...args] = process.argv.slice(2)
const verb = cliVerbs[name]
const isJson = args.includes('--json')

if (!verb) {
  const usage = Object.values(cliVerbs).map((known) => `  ${known.usage}`)
  const text = `Usage:\n${usage.join('\n')}\n`
  if (name === '' || name === 'help' || name === '--help') process.stdout.write(text)
  else process.stderr.write(`quayside: no such verb: ${name}\n${text}`)
  process.exitCode = name === '' || name === 'help' || name === '--help' ? 0 : 2
} else {
  try {
    process.exitCode = await verb.run(args)
  } catch (error) {
    const failure = failureOf(error, name)
    if (isJson) process.stdout.write(`${JSON.stringify({ error: failure })}\n`)
    process.stderr.write(`quayside: ${errorSentence(failure)}\n`)
    process.exitCode = error instanceof AppError && error.code === 'cli/usage' ? 2 : 1
  }
}
