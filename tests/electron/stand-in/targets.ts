// Pages come and go behind our back: a page opens another (closed at once, before its first request), the user closes one.
import { windowOfTarget } from './browser-window.ts'
import { theBrowser } from './the-browser.ts'

export async function watchTargets(): Promise<void> {
  const { browser, session } = theBrowser()
  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo, waitingForDebugger }) => {
    // A page that another page opened waits here for ever: whether a window comes of it is the program's decision,
    // taken when Page.windowOpen tells its address.
    const isPopup = targetInfo.type === 'page' && targetInfo.openerId !== undefined
    const { targetId } = targetInfo
    if (isPopup) void browser.send('Target.closeTarget', { targetId }).catch(() => {})
    else if (waitingForDebugger)
      void session(sessionId)
        .send('Runtime.runIfWaitingForDebugger')
        .catch(() => {})
  })
  browser.on('Target.targetDestroyed', ({ targetId }) => windowOfTarget(targetId)?.markClosed())
  await browser.send('Target.setDiscoverTargets', { discover: true })
  await browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
}
