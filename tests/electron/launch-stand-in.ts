// Starts the bundles under the stand-in for Electron, in a Node process of their own.
import { type ChildProcess, spawn } from 'node:child_process'
import { chromium, type Page } from '@playwright/test'
import { findChromium } from '../../scripts/find-chromium.mjs'
import { appFolder, entryFile, resourcesFolder } from './program-files.ts'
import type { FromStandIn, ToStandIn } from './stand-in/control.ts'
import { type LaunchOptions, personalEnvironment, userDataSwitch, type WindowApp } from './window-app.ts'

const register = new URL('./stand-in/register.ts', import.meta.url).href
const program = findChromium()

/** Starts it and nothing more. */
export function spawnStandIn(options: LaunchOptions): ChildProcess {
  if (!program) throw new Error('no Chromium, Chrome or Edge was found; name one in QUAYSIDE_CHROMIUM')
  return spawn(
    process.execPath,
    ['--import', register, entryFile(options.shell), ...options.args, userDataSwitch(options.folder)],
    {
      cwd: options.folder,
      env: {
        ...personalEnvironment(options),
        QUAYSIDE_CHROMIUM: program,
        STAND_IN_APP: appFolder(options.shell),
        STAND_IN_LANGUAGE: options.language,
        ...(options.shell === 'packed' ? { STAND_IN_RESOURCES: resourcesFolder() } : {}),
      },
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
      serialization: 'advanced',
    },
  )
}

export async function launchStandIn(options: LaunchOptions): Promise<WindowApp> {
  const child = spawnStandIn(options)
  const complaints = keptText(child)
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)))
  const { evaluate, ready } = talkTo(child)
  return {
    evaluate: evaluate as WindowApp['evaluate'],
    firstWindow: async () => firstPage(await ready),
    ended,
    complaints,
    // Without its line to the test the stand-in ends by itself, and takes its browser along.
    kill: () => void (child.connected ? child.disconnect() : child.kill('SIGKILL')),
  }
}

function keptText(child: ChildProcess): () => string {
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  return () => text
}

type Waiting = { resolve(value: unknown): void; reject(error: Error): void }

function talkTo(child: ChildProcess) {
  const waiting = new Map<number, Waiting>()
  const ready = Promise.withResolvers<string>()
  let last = 0
  child.on('message', (message: FromStandIn) => {
    if (message.type === 'ready') return ready.resolve(message.endpoint)
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.type === 'result') call?.resolve(message.value)
    else call?.reject(new Error(message.text))
  })
  child.once('exit', () => {
    const gone = new Error('the program has ended')
    ready.reject(gone)
    for (const call of waiting.values()) call.reject(gone)
  })
  ready.promise.catch(() => {})
  const evaluate = (run: (electron: never, argument: unknown) => unknown, argument?: unknown) => {
    last += 1
    const message: ToStandIn = { id: last, source: String(run), argument }
    return new Promise((resolve, reject) => {
      waiting.set(message.id, { resolve, reject })
      child.send(message)
    })
  }
  return { ready: ready.promise, evaluate }
}

async function firstPage(endpoint: string): Promise<Page> {
  const browser = await chromium.connectOverCDP(endpoint)
  const [context] = browser.contexts()
  if (!context) throw new Error('the browser has no pages')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  await page.waitForURL((url) => url.protocol !== 'about:')
  return page
}
