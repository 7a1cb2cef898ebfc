// Runs one command line: the verb that is named, its failure as a sentence, and as JSON where that was asked for.
import { cliVerbs } from '#main/host/cli/verbs.ts'
import { errorSentence } from '#main/host/error-sentence.ts'
import { failureOf } from '#main/host/run-envelope.ts'
import { AppError } from '#shared/errors.ts'

/** Gives the exit code: 0 when all went well, 2 for a command line that cannot be meant, 1 for anything else. */
export async function runCli([name = '', ...args]: readonly string[]): Promise<number> {
  if (name === '' || name === 'help' || name === '--help') {
    process.stdout.write(usageText())
    return 0
  }
  try {
    const verb = Object.hasOwn(cliVerbs, name) ? cliVerbs[name] : undefined
    if (!verb) throw new AppError('cli/unknown-verb', { verb: name, verbs: Object.keys(cliVerbs).join(', ') })
    return await verb.run(args)
  } catch (error) {
    const failure = failureOf(error, name)
    if ([name, ...args].includes('--json')) process.stdout.write(`${JSON.stringify({ error: failure })}\n`)
    process.stderr.write(`quayside: ${errorSentence(failure)}\n`)
    if (failure.code === 'cli/unknown-verb') process.stderr.write(usageText())
    return failure.code.startsWith('cli/') ? 2 : 1
  }
}

function usageText(): string {
  const usage = Object.values(cliVerbs).map((known) => `  ${known.usage}`)
  return `Usage:\n${usage.join('\n')}\n`
}
