// A Chromium for the tests that need a real browser: one that is installed and really starts, else undefined.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'

const commands = [
  // Without a window's machinery: a tenth faster, and what Playwright downloads as well.
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
]

/**
 * The path of a Chromium, Chrome or Edge that starts on this machine; `extra` are further candidates, looked at last.
 * QUAYSIDE_CHROMIUM names one outright.
 */
export function findChromium(extra = [], system = { platform: process.platform, env: process.env, starts }) {
  const named = system.env.QUAYSIDE_CHROMIUM
  if (named) return named
  return [...candidates(system), ...extra].filter((file) => existsSync(file)).find(system.starts)
}

/** As root Chromium runs only without its sandbox. */
export function chromiumArguments() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

function candidates({ platform, env }) {
  if (platform === 'darwin') return onMac()
  if (platform === 'win32') return onWindows(env)
  const folders = [
    ...(env.PATH ?? '').split(path.delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ]
  return commands.flatMap((command) => folders.filter(Boolean).map((folder) => path.join(folder, command)))
}

function onMac() {
  const programs = ['Chromium', 'Google Chrome', 'Microsoft Edge']
  const folders = ['/Applications', path.join(homedir(), 'Applications')]
  return programs.flatMap((name) => folders.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`))
}

function onWindows(env) {
  const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean)
  const programs = [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
  ]
  return programs.flatMap((program) => folders.map((folder) => `${folder}\\${program}`))
}

/** Some distributions ship a stand-in that only says what to install; only a page that renders proves a browser. */
function starts(file) {
  const profile = mkdtempSync(path.join(tmpdir(), 'quayside-chromium-'))
  const args = ['--headless', '--disable-gpu', `--user-data-dir=${profile}`, ...chromiumArguments()]
  const page = 'data:text/html,<p>renders</p>'
  const answer = spawnSync(file, [...args, '--dump-dom', page], { encoding: 'utf8', timeout: 30_000 })
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  return answer.status === 0 && answer.stdout.includes('renders')
}
