// The real `age` tool, where the machine has it. It takes passphrases from a terminal only, so util-linux `script` lends it one.
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether `age` and a terminal for it can be had; says so where not. */
export const ageTool: boolean = lookForAge()

function lookForAge(): boolean {
  const runs = (command: string) => spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0
  const isThere = process.platform === 'linux' && runs('age') && runs('script')
  if (!isThere)
    console.warn('The age tool (Debian package age, with util-linux script) is not here: its tests are skipped.')
  return isThere
}

/** `age --passphrase`: its own usual work factor, so about a second. */
export async function sealWithAge(plain: string, secret: string, passphrase: string): Promise<void> {
  await inTerminal(`age --passphrase --output '${secret}' '${plain}'`, passphrase)
}

/** What `age --decrypt` makes of a file. */
export async function unsealWithAge(secret: string, passphrase: string): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'quayside-test-age-'))
  const plain = join(folder, 'plain')
  try {
    await inTerminal(`age --decrypt --output '${plain}' '${secret}'`, passphrase)
    return readFileSync(plain)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Answers every "passphrase" that is asked for; rejects with what the tool said when it fails. */
function inTerminal(command: string, passphrase: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const tool = spawn('script', ['-qec', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'inherit'] })
    let said = ''
    let answered = 0
    tool.stdout.on('data', (text: Buffer) => {
      said += text.toString()
      const asked = said.match(/passphrase[^\n]*?: /gi)?.length ?? 0
      for (; answered < asked; answered += 1) tool.stdin.write(`${passphrase}\n`)
    })
    tool.on('error', reject)
    tool.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(said))))
  })
}
