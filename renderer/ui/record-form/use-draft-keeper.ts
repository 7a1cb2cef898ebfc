// The keeper of what is being written in this window's form: writes at the latest when the form or the page is left.
import { useEffect, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { type DraftKeeper, newDraftKeeper } from '#renderer/lib/form-draft.ts'
import { windowId } from '#renderer/lib/window-id.ts'

export function useDraftKeeper(form: string): DraftKeeper {
  const [keeper] = useState(() => {
    const owner = { form, window: windowId() }
    return newDraftKeeper({
      keep: (content) => client.drafts.keep.mutate({ ...owner, content }),
      drop: () => client.drafts.drop.mutate(owner),
    })
  })
  useEffect(() => {
    const leave = () => keeper.leave()
    const hide = () => {
      if (document.visibilityState === 'hidden') keeper.leave()
    }
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', hide)
    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', hide)
      keeper.flush()
    }
  }, [keeper])
  return keeper
}
