// Where the keyboard was before a dialog opened it is again once that is gone, so that nobody begins the page anew. A dialog that
// is taken away whole does not do that by itself.
import { useEffect } from 'react'

const dialogs = '[role="dialog"]'

export function useReturnFocus(): void {
  useEffect(() => {
    let last: HTMLElement | null = null
    const note = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && !target.closest(`${dialogs}, [data-portal]`)) last = target
    }
    const goBack = (records: readonly MutationRecord[]) => {
      const isGone = records.some(({ removedNodes }) => [...removedNodes].some(holdsDialog))
      const isLost = document.activeElement === null || document.activeElement === document.body
      if (isGone && isLost && !document.querySelector(dialogs)) last?.focus({ preventScroll: true })
    }
    const portals = new MutationObserver(goBack)
    // Dialogs hang under the body, or in one node of it that is made with the first of them.
    const body = new MutationObserver((records) => {
      goBack(records)
      const shared = document.querySelector('[data-mantine-shared-portal-node]')
      if (shared) portals.observe(shared, { childList: true })
    })
    body.observe(document.body, { childList: true })
    document.addEventListener('focusin', note)
    return () => {
      document.removeEventListener('focusin', note)
      body.disconnect()
      portals.disconnect()
    }
  }, [])
}

function holdsDialog(node: Node): boolean {
  return node instanceof Element && (node.matches(dialogs) || node.querySelector(dialogs) !== null)
}
