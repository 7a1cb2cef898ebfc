// The real Chromium behind the stand-in's windows. Its life hangs on a pipe to this process: however we end, it ends.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { chromiumArguments } from '../../../scripts/find-chromium.mjs'
import { type CdpConnection, connectCdp } from './cdp.ts'

export type Chromium = CdpConnection & {
  /** Where a test's own client may attach. */
  endpoint: string
  /** Ends the browser and removes its profile; works inside an `exit` listener. */
  end(): void
}

const patienceMs = 30_000

export async function startChromium(program: string): Promise<Chromium> {
  const profile = mkdtempSync(path.join(tmpdir(), 'quayside-window-'))
  const switches = [
    '--headless',
    '--no-startup-window',
    '--disable-gpu',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    // A window on which nobody looks must still run its timers.
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--force-color-profile=srgb',
    `--user-data-dir=${profile}`,
    '--remote-debugging-pipe',
    '--remote-debugging-port=0',
  ]
  const args = [...switches, ...chromiumArguments()]
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] })
  // The pipe carries nothing; that it breaks with the browser's end is no news.
  for (const pipe of child.stdio.slice(3)) pipe?.on('error', () => {})
  const { port, endpoint } = await openedPort(profile)
  const connection = await connectCdp(endpoint)
  const end = () => {
    child.kill('SIGKILL')
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
  return { ...connection, endpoint: `http://127.0.0.1:${port}`, end }
}

async function openedPort(profile: string): Promise<{ port: string; endpoint: string }> {
  const file = path.join(profile, 'DevToolsActivePort')
  for (const start = Date.now(); Date.now() - start < patienceMs; await sleep(30)) {
    const [port, place] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    if (port && place) return { port, endpoint: `ws://127.0.0.1:${port}${place}` }
  }
  throw new Error('Chromium did not start')
}
