// Starts the program in Electron itself, through Playwright.
import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { _electron } from '@playwright/test'
import { appFolder } from './program-files.ts'
import { type LaunchOptions, personalEnvironment, userDataSwitch, type WindowApp } from './window-app.ts'

function words(options: LaunchOptions): string[] {
  return [appFolder('electron'), ...options.args, userDataSwitch(options.folder)]
}

/** Starts it and nothing more. */
export function spawnElectron(options: LaunchOptions): ChildProcess {
  const program = createRequire(import.meta.url)('electron') as string
  return spawn(program, words(options), { cwd: options.folder, env: personalEnvironment(options) })
}

export async function launchElectron(options: LaunchOptions): Promise<WindowApp> {
  const app = await _electron.launch({
    args: words(options),
    cwd: options.folder,
    env: personalEnvironment(options),
    locale: options.language,
  })
  const child = app.process()
  let text = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    text += chunk.toString()
  })
  return {
    evaluate: app.evaluate.bind(app),
    firstWindow: () => app.firstWindow(),
    ended: new Promise((resolve) => child.once('exit', (code) => resolve(code))),
    complaints: () => text,
    kill: () => void child.kill('SIGKILL'),
  }
}
