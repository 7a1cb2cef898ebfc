// A frame of a page, as far as the program looks at one.
import type { WebFrameMain } from 'electron'
import { originOf } from './page-address.ts'

export type Frame = Pick<WebFrameMain, 'url' | 'origin' | 'name' | 'frameTreeNodeId'> & { parent: Frame | null }

export type FrameRecord = Frame & {
  /** Chromium's own name for it. */
  readonly id: string
  moveTo(url: string): void
}

let count = 0

export function makeFrame(id: string, parent: FrameRecord | null): FrameRecord {
  count += 1
  let url = ''
  return {
    id,
    parent,
    name: '',
    frameTreeNodeId: count,
    get url() {
      return url
    },
    get origin() {
      return originOf(url)
    },
    moveTo(next) {
      url = next
    },
  }
}
