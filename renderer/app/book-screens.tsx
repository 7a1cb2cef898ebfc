// The screens of an open book: a router of its own, so that a new book begins without the old one's history.
import { RouterProvider } from '@tanstack/react-router'
import { useState } from 'react'
import { keepTimeZone } from '#renderer/lib/format.ts'
import { useBook } from '#renderer/lib/host-state.ts'
import { RecordPanelsContext } from '#renderer/lib/record-panels.ts'
import { recordPanels } from './record-panels.tsx'
import { newRouter } from './router.tsx'

export function BookScreens() {
  const [router] = useState(newRouter)
  keepTimeZone(useBook().timeZone)
  return (
    <RecordPanelsContext value={recordPanels}>
      <RouterProvider router={router} />
    </RecordPanelsContext>
  )
}
