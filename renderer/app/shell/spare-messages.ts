// Which messages newer ones have overtaken: two at most lie over the screen, the newest of all among them.
type Message = { id?: string; color?: unknown; autoClose?: number | boolean }

const mostShown = 2

/** "Done" gives way to the next "done"; warnings and refusals only to what is newer altogether. What waits for a press stays. */
export function spareMessages(messages: readonly Message[]): string[] {
  const passing = messages.filter(({ autoClose }) => autoClose !== false)
  const lasting = passing.filter((message, index) => !isOvertaken(message, passing.slice(index + 1)))
  const kept = new Set(lasting.slice(-mostShown))
  return passing.flatMap((message) => (kept.has(message) || message.id === undefined ? [] : [message.id]))
}

function isOvertaken(message: Message, later: readonly Message[]): boolean {
  const isDone = ({ color }: Message) => color === undefined
  return isDone(message) && later.some((one) => isDone(one) && canTakeBack(one) === canTakeBack(message))
}

/** With the way back in it. */
const canTakeBack = ({ id }: Message) => id?.startsWith('undo-') ?? false
