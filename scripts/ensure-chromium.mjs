// The browser of the end-to-end tests: an installed one, else Playwright's download, else Debian's package when root.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { findChromium } from './find-chromium.mjs'
import { modulesFolder, root, toolFile } from './places.mjs'
import { runQuietly } from './run-program.mjs'
import { PlainFailure, say } from './say.mjs'

const downloadMs = 5 * 60_000

export async function ensureChromium(node) {
  const found = findChromium([playwrightsOwn()]) ?? (await downloaded(node)) ?? (await fromDebian())
  if (found) return found
  throw new PlainFailure(
    'The end-to-end tests need a browser, and none could be had: no Chromium, Chrome or Edge is installed, Playwright ' +
      'could not download one, and there is no package to install as root. Install one, or name it in QUAYSIDE_CHROMIUM.',
  )
}

function playwrightsOwn() {
  const require = createRequire(path.join(modulesFolder, '@playwright', 'test', 'package.json'))
  return require('playwright-core').chromium.executablePath()
}

async function downloaded(node) {
  say('No Chromium, Chrome or Edge here; letting Playwright download one …')
  const env = { ...process.env, PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' }
  const args = [toolFile('@playwright/test', 'playwright'), 'install', 'chromium']
  const { code, output } = await runQuietly(node, args, { cwd: root, env, timeoutMs: downloadMs })
  if (code !== 0) say(`Playwright could not: ${lastLine(output)}`)
  return findChromium([playwrightsOwn()])
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  say("Installing Debian's package of Chromium (and fonts-noto-cjk) …")
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await runQuietly('apt-get', ['update'], { env, timeoutMs: downloadMs })
  // Not every release has the small one.
  for (const browser of ['chromium-headless-shell', 'chromium']) {
    const args = ['install', '--yes', '--no-install-recommends', browser, 'fonts-noto-cjk']
    const { code, output } = await runQuietly('apt-get', args, { env, timeoutMs: downloadMs })
    const found = findChromium()
    if (found) return found
    if (code !== 0) say(`apt-get could not install ${browser}: ${lastLine(output)}`)
  }
  return undefined
}

function lastLine(output) {
  return output.trim().split('\n').at(-1) ?? ''
}
