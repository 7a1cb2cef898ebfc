// Screens are loaded when they are first shown: starting shows the shell, not the whole program.
import { lazy } from 'react'

export const WelcomeScreen = lazy(() =>
  import('#renderer/features/welcome/welcome-screen.tsx').then(({ WelcomeScreen }) => ({ default: WelcomeScreen })),
)
