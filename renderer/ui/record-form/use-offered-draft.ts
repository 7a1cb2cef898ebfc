// A draft that is offered beside the form: another window's, or what was put aside here. Taken up, it goes when the form is
// saved; until then the window that wrote it still has it.
import { useRef, useState } from 'react'
import { client } from '#renderer/lib/api.ts'
import { type Draft, draftContent } from '#renderer/lib/form-draft.ts'
import { windowId } from '#renderer/lib/window-id.ts'
import type { KeptDraft } from './use-draft.ts'

export function useOfferedDraft<Values>(form: string, elsewhere: KeptDraft<Values> | null) {
  const [offer, setOffer] = useState(elsewhere)
  const taken = useRef(new Set<string>())
  const drop = (window: string) => client.drafts.drop.mutate({ form, window }).catch(() => {})
  return {
    offer,
    /** Takes the offer, for which `mine` is put aside and offered in its stead. */
    take(mine: Draft<Values> | null) {
      if (offer) taken.current.add(offer.window)
      setOffer(null)
      if (mine) this.putAside(mine)
    },
    putAside(mine: Draft<Values>) {
      const window = `${windowId()}+`
      taken.current.delete(window)
      setOffer({ ...mine, window, savedAt: Date.now() })
      client.drafts.keep.mutate({ form, window, content: draftContent(mine) }).catch(() => {})
    },
    throwAway() {
      if (offer) drop(offer.window)
      setOffer(null)
    },
    /** What was taken up is saved, or not wanted any more. */
    dropTaken() {
      for (const window of taken.current) drop(window)
      taken.current.clear()
    },
  }
}
