// `decrypt FILE TARGET`: the book that an encrypted copy holds.
import { sweepPrivateFolders } from '#main/db/private-folder.ts'
import { passphraseIn } from '#main/host/cli/passphrase-file.ts'
import { type CliVerb, parsed, printJson, userPath } from '#main/host/cli/verb.ts'
import { openCopy } from '#main/services/copies/open-copy.ts'
import { silentJob } from '#main/services/jobs/job.ts'
import { AppError } from '#shared/errors.ts'

const usage = 'decrypt FILE TARGET --passphrase-file FILE [--replace] [--json]'

const options = {
  'passphrase-file': { type: 'string' },
  replace: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

export const decryptVerb: CliVerb = {
  usage,
  async run(args) {
    const { values, positionals } = parsed({ args, allowPositionals: true, options }, usage)
    const [file, target] = positionals
    const passphraseFile = values['passphrase-file']
    if (!file || !target || positionals.length > 2 || passphraseFile === undefined) {
      throw new AppError('cli/usage', { usage, reason: '' })
    }
    sweepPrivateFolders()
    const done = await openCopy({
      file: userPath(file),
      passphrase: passphraseIn(String(passphraseFile)),
      target: { path: userPath(target), replace: values.replace === true },
      job: silentJob,
    })
    if (values.json) printJson({ book: target, ...done })
    else process.stdout.write(`${target}: ${done.size} bytes, ${done.companyName}\n`)
    return 0
  },
}
