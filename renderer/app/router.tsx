// The router: hash history (the page has one address in both hosts), a screen's own loading, fault and "not there".
import { createHashHistory, createRouter } from '@tanstack/react-router'
import { LoadingState } from '#renderer/ui/loading-state.tsx'
import { ScreenFault } from './error-boundary.tsx'
import { NotFoundScreen } from './not-found-screen.tsx'
import { routeTree } from './routes.tsx'

export function newRouter() {
  return createRouter({
    routeTree,
    history: createHashHistory(),
    defaultPendingComponent: LoadingState,
    defaultErrorComponent: ({ error, reset }) => <ScreenFault error={error} reset={reset} />,
    defaultNotFoundComponent: NotFoundScreen,
    // Lists scroll inside their grids.
    scrollRestoration: false,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof newRouter>
  }
}
