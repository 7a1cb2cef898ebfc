// Events that a listener may prevent, as Electron passes them.
import type { Event } from 'electron'

export function preventable<Params extends object = object>(params: Params = {} as Params): Event<Params> {
  let isPrevented = false
  const event = {
    preventDefault() {
      isPrevented = true
    },
    get defaultPrevented() {
      return isPrevented
    },
  }
  return Object.assign(event, params) as unknown as Event<Params>
}
