// Browser mode's entry: `node out/main/http.js [--book FILE] [--port N]`. Prints the address; Ctrl+C ends it cleanly.
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openDesk } from '#main/host/desk.ts'
import { errorSentence } from '#main/host/error-sentence.ts'
import { startServer } from '#main/host/http/server.ts'
import { usualPlaces } from '#main/host/places.ts'
import { failureOf } from '#main/host/run-envelope.ts'
import { version } from '#main/host/version.ts'

const { values } = parseArgs({
  options: { book: { type: 'string' }, port: { type: 'string', default: '0' } },
  allowPositionals: true,
})

const language = Intl.DateTimeFormat().resolvedOptions().locale
const desk = openDesk(usualPlaces(), {
  kind: 'http',
  version,
  systemLanguage: (process.env.LANG ?? language).toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
  dialogs: null,
  paperPdf: null,
  opener: null,
  outside: null,
})
if (values.book) await desk.openPath(resolve(process.env.INIT_CWD ?? process.cwd(), values.book))

try {
  const server = await startServer(desk, Number(values.port))
  process.stdout.write(`Quayside is at ${server.url}\n`)
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    await server.close()
    await desk.close()
    process.exit(0)
  }
  // `on`, not `once`: Ctrl+C may arrive twice, from the terminal and from npm. `disconnect`: whoever started us is gone.
  for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.on(event, () => void stop())
} catch (error) {
  process.stderr.write(`${errorSentence(failureOf(error, 'start'))}\n`)
  await desk.close()
  process.exit(1)
}
