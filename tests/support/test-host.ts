// The HTTP host as a newcomer starts it: the built program in a process of its own, with a home of its own.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Envelope, Reply } from '#shared/operation.ts'
import { outFile } from '#tests/support/built-program.ts'

export type TestHost = {
  /** The printed address with its one-time token. */
  url: string
  origin: string
  /** Set once the token was redeemed by `cookie()`. */
  cookie(): Promise<string>
  call(envelope: Envelope): Promise<Reply>
  child: ChildProcess
  stop(): Promise<number | null>
}

type HostOptions = {
  folder: string
  newBook?: boolean
  args?: string[]
  language?: string
  env?: NodeJS.ProcessEnv
  /** The number of another user of the system to run as, for root alone. */
  user?: number
}

export async function startHttpHost({
  folder,
  newBook = false,
  args = [],
  language = 'en_US.UTF-8',
  env = {},
  user,
}: HostOptions): Promise<TestHost> {
  const home = join(folder, 'home')
  mkdirSync(home, { recursive: true })
  const child = spawn(process.execPath, [outFile('main/http.js'), ...args], {
    env: {
      ...process.env,
      HOME: home,
      USERPROFILE: home,
      LANG: language,
      LC_ALL: '',
      QUAYSIDE_DATA: join(folder, 'settings'),
      INIT_CWD: folder,
      ...env,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
    ...(user === undefined ? {} : { uid: user, gid: user }),
  })
  const url = await printedAddress(child)
  const { origin } = new URL(url)
  let cookie: string | null = null
  const host: TestHost = {
    url,
    origin,
    child,
    async cookie() {
      if (cookie) return cookie
      const response = await fetch(url, { redirect: 'manual' })
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
      return cookie
    },
    async call(envelope) {
      const headers = { 'Content-Type': 'application/json', Cookie: await host.cookie() }
      const response = await fetch(`${origin}/api/call`, { method: 'POST', headers, body: JSON.stringify(envelope) })
      return (await response.json()) as Reply
    },
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve(child.exitCode)
        child.once('exit', (code) => resolve(code))
        child.kill('SIGTERM')
      }),
  }
  if (newBook) {
    const input = { companyName: 'Test Trading', country: 'CN', baseCurrency: 'USD', ownerName: 'Mei' }
    const made = await host.call({ id: 1, kind: 'mutation', path: 'host.createBook', input })
    if (!made.ok) throw new Error(JSON.stringify(made.error))
  }
  return host
}

function printedAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const url = /http:\/\/\S+/.exec(text)?.[0]
      if (url) resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`the host ended with ${code}: ${text}`)))
  })
}
