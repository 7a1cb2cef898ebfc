// Whether what stands on the screen answers the question before, while the answer to the new one is on its way.
import { createContext } from 'react'

/** Set by QueryState where an answer is kept until the next one; whoever opens rows of it waits. */
export const OldAnswer = createContext(false)
