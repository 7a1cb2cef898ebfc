// A paper as PDF: drawn in a hidden window that runs no script and reaches nothing, one at a time.
import { randomBytes } from 'node:crypto'
import { BrowserWindow, type Session, session } from 'electron'
import { paperSecurityPolicy } from '#main/host/content-security.ts'
import { pageScheme } from '#main/host/electron/page-origin.ts'
import { AppError } from '#shared/errors.ts'

/** Long enough for a price list of thousands on a slow machine; a page that never ends is given up. */
const patienceMs = 90_000

let lastTurn: Promise<unknown> = Promise.resolve()

/** The PDF of a paper's page in the sizes its style asks for. `papers/pdf-timeout` when it takes too long. */
export function paperPdf(html: string): Promise<Uint8Array> {
  const turn = lastTurn.then(() => printed(html))
  lastTurn = turn.catch(() => {})
  return turn
}

async function printed(html: string): Promise<Uint8Array> {
  const desk = printingSession()
  const address = `${pageScheme}://paper/${randomBytes(16).toString('hex')}`
  desk.pages.set(address, html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: desk.session,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    },
  })
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  // Wherever the paper's page wants to go by itself (a refresh, a link), it stays.
  window.webContents.on('will-frame-navigate', (event) => event.preventDefault())
  try {
    return await inTime(async () => {
      await window.loadURL(address)
      return window.webContents.printToPDF({
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
      })
    })
  } finally {
    desk.pages.delete(address)
    await close(window)
  }
}

/** The next turn begins when this window is gone, not when it was told to go; one that is gone already says so no more. */
async function close(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return
  const gone = new Promise<void>((resolve) => window.once('closed', () => resolve()))
  window.destroy()
  await gone
}

async function inTime<Result>(work: () => Promise<Result>): Promise<Result> {
  const tooLate = Promise.withResolvers<never>()
  const timer = setTimeout(() => tooLate.reject(new AppError('papers/pdf-timeout')), patienceMs)
  try {
    return await Promise.race([work(), tooLate.promise])
  } finally {
    clearTimeout(timer)
  }
}

type PrintingSession = { session: Session; pages: Map<string, string> }

let printing: PrintingSession | undefined

/** A session of its own, kept in memory: it knows the pages that wait to be printed and no other address. */
function printingSession(): PrintingSession {
  if (printing) return printing
  const own = session.fromPartition('papers')
  const pages = new Map<string, string>()
  own.protocol.handle(pageScheme, async (request) => servePaper(pages.get(request.url)))
  own.webRequest.onBeforeRequest(({ url }, callback) =>
    callback({ cancel: !(pages.has(url) || url.startsWith('data:')) }),
  )
  own.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  own.setPermissionCheckHandler(() => false)
  printing = { session: own, pages }
  return printing
}

function servePaper(html: string | undefined): Response {
  if (html === undefined) return new Response('not here', { status: 404 })
  return new Response(html, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': paperSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
