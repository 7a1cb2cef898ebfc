// The addresses of papers and their templates.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readPaperAddress } from '#renderer/features/papers/paper-address.ts'
import { at, list, page } from './route-base.ts'

export const papers = [
  createRoute({
    ...list('/papers'),
    component: lazyRouteComponent(() => import('#renderer/features/papers/papers-screen.tsx'), 'PapersScreen'),
  }),
  createRoute({
    ...at('/papers/new'),
    validateSearch: readPaperAddress,
    component: lazyRouteComponent(() => import('#renderer/features/papers/new-paper-screen.tsx'), 'NewPaperScreen'),
  }),
  createRoute({
    ...at('/papers/templates'),
    component: lazyRouteComponent(() => import('#renderer/features/papers/templates-screen.tsx'), 'TemplatesScreen'),
  }),
  createRoute({
    ...at('/papers/templates/$id'),
    component: lazyRouteComponent(
      () => import('#renderer/features/papers/designer/template-screen.tsx'),
      'TemplateScreen',
    ),
  }),
  createRoute({
    ...page('/papers/$id'),
    component: lazyRouteComponent(() => import('#renderer/features/papers/paper-screen.tsx'), 'PaperScreen'),
  }),
] as const
