// The development server behind `npm run dev`. Runs under Node 24: Vite in front, the HTTP host behind it.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { resolveConfig } from 'electron-vite'
import { createServer } from 'vite'
import { ensureReady } from './build.mjs'
import { outFolder, root } from './places.mjs'
import { say } from './say.mjs'

const [book] = process.argv.slice(2)
const engineFolders = ['main', 'shared', 'resources']
let host = await startHost()

const { config } = await resolveConfig(
  { root, configFile: path.join(root, 'electron.vite.config.ts') },
  'serve',
  'development',
)
const server = await createServer({
  ...config.renderer,
  configFile: false,
  server: { host: '127.0.0.1', proxy: { '/api': toHost(), '^/\\?token=': toHost() } },
})
await server.listen()
tellAddress()

let pending
for (const folder of engineFolders) watch(path.join(root, folder), { recursive: true }, () => restartSoon())
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void leave())

/** The host takes only requests that come from its own address, so ours are dressed as such. */
function toHost() {
  return {
    target: host.origin,
    changeOrigin: true,
    configure(proxy) {
      proxy.on('proxyReq', (request) => request.getHeader('origin') && request.setHeader('origin', host.origin))
    },
  }
}

async function startHost(port = '0') {
  const words = [path.join(outFolder, 'main', 'http.js'), '--port', port, ...(book ? ['--book', book] : [])]
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const address = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = line.match(/http:\/\/\S+/)?.[0]
      if (url) resolve(new URL(url))
    })
    ended.then((code) => reject(new Error(`the host ended with code ${code}`)))
  })
  return { child, ended, origin: address.origin, port: address.port, search: address.search }
}

function restartSoon() {
  clearTimeout(pending)
  pending = setTimeout(restart, 300)
}

async function restart() {
  try {
    await ensureReady()
  } catch (error) {
    return say(error.message)
  }
  const { port } = host
  host.child.kill('SIGTERM')
  await host.ended
  host = await startHost(port)
  tellAddress()
}

function tellAddress() {
  console.log(`Quayside in development is at ${server.resolvedUrls.local[0]}${host.search}`)
}

async function leave() {
  host.child.kill('SIGTERM')
  await Promise.all([host.ended, server.close()])
  process.exit(0)
}
