// The tests' line to this process: run a function with the electron module, as Playwright's `electronApp.evaluate` does.

export type ToStandIn = { id: number; source: string; argument: unknown }

export type FromStandIn =
  | { type: 'ready'; endpoint: string }
  | { type: 'result'; id: number; value: unknown }
  | { type: 'failure'; id: number; text: string }

export type Control = { tell(message: FromStandIn): void }

export function serveControl(electron: () => Promise<object>): Control {
  const tell = (message: FromStandIn) => void process.send?.(message)
  process.on('message', (message: ToStandIn) => void answer(message))
  // The test is gone: nobody will ever end us.
  process.on('disconnect', () => process.exit(1))

  async function answer({ id, source, argument }: ToStandIn): Promise<void> {
    try {
      // biome-ignore lint/security/noGlobalEval: a test's own function, sent as text
      const run = globalThis.eval(`(${source})`) as (electron: object, argument: unknown) => unknown
      tell({ type: 'result', id, value: await run(await electron(), argument) })
    } catch (error) {
      tell({ type: 'failure', id, text: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  }
  return { tell }
}
