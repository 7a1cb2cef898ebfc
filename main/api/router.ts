// All procedures by feature; the renderer knows the program by this type alone.
import { bookRouter } from '#main/api/book.ts'
import { hostRouter } from '#main/api/host.ts'
import { productsRouter } from '#main/api/products.ts'
import { createCaller, router } from '#main/api/trpc.ts'
import { draftsRouter, gridRouter } from '#main/api/windows.ts'

export const appRouter = router({
  host: hostRouter,
  book: bookRouter,
  grid: gridRouter,
  drafts: draftsRouter,
  products: productsRouter,
})

export type AppRouter = typeof appRouter

/** Calls procedures as plain functions: tests and the command line. */
export const callerFor = createCaller(appRouter)
