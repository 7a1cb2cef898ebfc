// The way to help for what lies deep within a screen; the shell holds the drawer itself.
import { createContext } from 'react'

export const OpenHelpContext = createContext<() => void>(() => {})
