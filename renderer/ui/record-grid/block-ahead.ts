// The block that comes next in the direction of scrolling, read before it is in sight: so rows stand there when they are scrolled to.
import type { Page } from '#shared/schemas/paging.ts'

type Next<Row> = { from: number; total: number; read: (offset: number) => Promise<Page<Row>> }

export type BlockAhead<Row> = {
  /** What was read ahead for this question, once; undefined where it was another block, or what was asked has changed. */
  take(question: string, offset: number): Promise<Page<Row>> | undefined
  /** Reads the block behind the one that was just shown, or before it where the last ones went upwards. */
  read(question: string, shown: Next<Row>): void
}

export function blockAhead<Row>(size: number): BlockAhead<Row> {
  let kept: { question: string; offset: number; page: Promise<Page<Row>> } | null = null
  let last = 0
  return {
    take(question, offset) {
      if (kept?.question !== question || kept.offset !== offset) return undefined
      const { page } = kept
      kept = null
      return page
    },
    read(question, { from, total, read }) {
      const offset = from < last ? from - size : from + size
      last = from
      // The first block is read by itself.
      if (offset <= 0 || offset >= total) return
      if (kept?.question === question && kept.offset === offset) return
      const page = read(offset)
      const own = { question, offset, page }
      kept = own
      // Whoever scrolls there asks again, and hears why it failed.
      page.catch(() => {
        if (kept === own) kept = null
      })
    },
  }
}
