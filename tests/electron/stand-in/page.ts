// One page of Chromium under the stand-in: its frames, its worlds, its requests, what it says to the program.
import type { Cdp } from './cdp.ts'
import { type FrameRecord, makeFrame } from './frame.ts'
import { fromChromium, toChromium } from './page-address.ts'
import { preloadWorld, receiveFunction, sendBinding, type WorldScripts } from './preload-world.ts'
import { makeWire } from './wire.ts'

/** What the browser says of a request that waits for our word. */
export type PausedRequest = {
  requestId: string
  frameId: string
  resourceType: string
  request: { url: string; method: string; headers: Record<string, string>; postData?: string }
}

export type PageListener = {
  onMessage(message: unknown, frame: FrameRecord, reply: (message: unknown) => void): void
  onRequest(request: PausedRequest): void
  onNavigated(frame: FrameRecord): void
  onLoaded(): void
  onWindowOpen(url: string, frameName: string, features: string[]): void
}

export type Page = {
  readonly cdp: Cdp
  readonly mainFrame: FrameRecord
  frame(id: string): FrameRecord | undefined
  /** Says something to the preload of the top frame; lost when none runs, as with Electron. */
  say(message: unknown): void
  navigate(url: string): Promise<{ errorText?: string }>
}

type World = { frame: FrameRecord; isPreload: boolean }

const wire = makeWire()

export async function openPage(cdp: Cdp, scripts: WorldScripts | null, listener: PageListener): Promise<Page> {
  const frames = new Map<string, FrameRecord>()
  const worlds = new Map<number, World>()

  cdp.on('Page.frameAttached', ({ frameId, parentFrameId }) => addFrame(frameId, parentFrameId))
  cdp.on('Page.frameDetached', ({ frameId }) => frames.delete(frameId))
  cdp.on('Page.frameNavigated', ({ frame }) => {
    const known = addFrame(frame.id, frame.parentId)
    known.moveTo(fromChromium(frame.url))
    listener.onNavigated(known)
  })
  cdp.on('Page.navigatedWithinDocument', ({ frameId, url }) => frames.get(frameId)?.moveTo(fromChromium(url)))
  cdp.on('Page.loadEventFired', () => listener.onLoaded())
  cdp.on('Page.windowOpen', ({ url, windowName, windowFeatures }) =>
    listener.onWindowOpen(fromChromium(url), windowName, windowFeatures),
  )
  cdp.on('Fetch.requestPaused', (request) => listener.onRequest(request))
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    const { frameId } = (context.auxData ?? {}) as { frameId?: string }
    const frame = frameId === undefined ? undefined : frames.get(frameId)
    if (frame) worlds.set(context.id, { frame, isPreload: context.name === preloadWorld })
  })
  cdp.on('Runtime.executionContextDestroyed', ({ executionContextId }) => worlds.delete(executionContextId))
  cdp.on('Runtime.executionContextsCleared', () => worlds.clear())
  cdp.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
    const world = worlds.get(executionContextId)
    if (world?.isPreload)
      listener.onMessage(wire.decode(payload), world.frame, (answer) => tell(executionContextId, answer))
  })

  function addFrame(id: string, parentId?: string): FrameRecord {
    const known = frames.get(id) ?? makeFrame(id, (parentId && frames.get(parentId)) || null)
    frames.set(id, known)
    return known
  }

  function tell(executionContextId: number, message: unknown): void {
    const call = {
      executionContextId,
      functionDeclaration: `(text) => globalThis.${receiveFunction}(text)`,
      arguments: [{ value: wire.encode(message) }],
    }
    // The page may have gone elsewhere in the meantime; what was meant for it is then lost.
    cdp.send('Runtime.callFunctionOn', call).catch(() => {})
  }

  await cdp.send('Page.enable')
  const { frameTree } = await cdp.send('Page.getFrameTree')
  const mainFrame = addFrame(frameTree.frame.id)
  mainFrame.moveTo(frameTree.frame.url)
  if (scripts) await install(cdp, scripts)
  await cdp.send('Runtime.enable')
  await cdp.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] })

  return {
    cdp,
    mainFrame,
    frame: (id) => frames.get(id),
    say(message) {
      for (const [id, world] of worlds) if (world.isPreload && world.frame === mainFrame) tell(id, message)
    },
    navigate: (url) => cdp.send('Page.navigate', { url: toChromium(url) }),
  }
}

async function install(cdp: Cdp, { page, preload }: WorldScripts): Promise<void> {
  await cdp.send('Runtime.addBinding', { name: sendBinding, executionContextName: preloadWorld })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: page })
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: preload, worldName: preloadWorld })
}
