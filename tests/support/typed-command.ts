// The command line as it is typed in a folder, and what it answers.
import { vi } from 'vitest'
import { runCli } from '#main/host/cli/run-cli.ts'

/** Commands are typed in this folder, which holds all that the program keeps; in plain English. */
export function typeIn(folder: string): void {
  vi.stubEnv('INIT_CWD', folder)
  vi.stubEnv('QUAYSIDE_DATA', `${folder}/data`)
  vi.stubEnv('LC_ALL', 'C')
}

export async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  const code = await runCli(args)
  const printed = { code, out: out.mock.calls.join(''), err: err.mock.calls.join('') }
  vi.restoreAllMocks()
  return printed
}
