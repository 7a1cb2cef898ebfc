// The command line: the same engine without a window. `npm run quayside -- <verb> …`

import { runCli } from '#main/host/cli/run-cli.ts'

// `… | head` closes our output early; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

process.exitCode = await runCli(process.argv.slice(2))
