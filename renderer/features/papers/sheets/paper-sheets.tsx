// A paper as its printed sheets: true size and page breaks, header, footer and page numbers, scaled to the window.
import { ActionIcon } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '#renderer/lib/language.ts'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { layOutSheets, type Sheets, sheetCorner, sheetsSize } from './lay-out-sheets.ts'
import classes from './paper-sheets.module.css'
import { nextZoom, scaleOf, type Zoom } from './sheet-zoom.ts'

type PaperSheetsProps = {
  html: string
  /** What is shown, for those who do not see it. */
  name: string
  /** Across every sheet of what does not count: a draft, a void paper. */
  mark?: string
  /** What is shown is not yet what was asked for. */
  isStale?: boolean
}

type Drawn = { html: string; sheets: Sheets }

export function PaperSheets({ html, name, mark = '', isStale = false }: PaperSheetsProps) {
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  const [zoom, setZoom] = useState<Zoom>('width')
  const { ref, width, height } = useElementSize()
  const scale = drawn ? scaleOf(zoom, drawn.sheets, { width, height }) : 1
  // The next page is laid out unseen behind the one that is shown, so that nothing flickers while someone types.
  const frames = drawn && drawn.html !== html ? [drawn.html, html] : [html]
  const onLoad = (loaded: string, frame: HTMLIFrameElement) => {
    const document = frame.contentDocument
    if (document && loaded === html) setDrawn({ html: loaded, sheets: layOutSheets(document) })
  }
  return (
    <div className={classes.place} aria-busy={isStale || drawn?.html !== html}>
      <div ref={ref} className={classes.measure} />
      <ScrollRegion name={name} className={classes.scroller}>
        <div className={classes.middle}>
          <div className={classes.desk} style={drawn ? deskSize(drawn.sheets, scale) : undefined}>
            {drawn ? <Grounds sheets={drawn.sheets} scale={scale} /> : null}
            {frames.map((page) => (
              <PaperFrame
                key={page}
                html={page}
                name={name}
                sheets={drawn?.html === page ? drawn.sheets : null}
                scale={scale}
                onLoad={onLoad}
              />
            ))}
            {drawn && mark !== '' ? <Marks word={mark} sheets={drawn.sheets} scale={scale} /> : null}
          </div>
        </div>
      </ScrollRegion>
      {drawn ? <ZoomBar sheets={drawn.sheets} zoom={zoom} scale={scale} onZoom={setZoom} /> : null}
    </div>
  )
}

function deskSize(sheets: Sheets, scale: number) {
  const { width, height } = sheetsSize(sheets)
  return { width: width * scale, height: height * scale }
}

type PaperFrameProps = {
  html: string
  name: string
  /** Null while it is not laid out yet: not shown. */
  sheets: Sheets | null
  scale: number
  onLoad: (html: string, frame: HTMLIFrameElement) => void
}

/** Same origin, so that it can be measured; no scripts, forms, links: a paper is only looked at. */
function PaperFrame({ html, name, sheets, scale, onLoad }: PaperFrameProps) {
  const size = sheets ? sheetsSize(sheets) : { width: 1200, height: 1200 }
  return (
    <iframe
      title={name}
      className={classes.frame}
      sandbox="allow-same-origin"
      srcDoc={html}
      tabIndex={-1}
      scrolling="no"
      data-laid-out={sheets !== null || undefined}
      style={{ width: size.width, height: size.height, transform: `scale(${scale})` }}
      onLoad={(event) => onLoad(html, event.currentTarget)}
    />
  )
}

function places(sheets: Sheets, scale: number) {
  return Array.from({ length: sheets.count }, (_, page) => {
    const { left, top } = sheetCorner(sheets, page)
    return {
      page: page + 1,
      style: {
        left: left * scale,
        top: top * scale,
        width: sheets.width * scale,
        height: sheets.height * scale,
      },
    }
  })
}

function Grounds({ sheets, scale }: { sheets: Sheets; scale: number }) {
  return places(sheets, scale).map(({ page, style }) => <div key={page} className={classes.sheet} style={style} />)
}

/** Over the paper, as on what is printed of it. */
function Marks({ word, sheets, scale }: { word: string; sheets: Sheets; scale: number }) {
  const width = [...word].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 1.2 : 0.8), 0)
  const size = Math.min(sheets.width * 0.2, (sheets.width * 0.8) / width) * scale
  return places(sheets, scale).map(({ page, style }) => (
    <div key={page} className={classes.mark} style={{ ...style, fontSize: size }} aria-hidden>
      {word}
    </div>
  ))
}

type ZoomBarProps = { sheets: Sheets; zoom: Zoom; scale: number; onZoom: (zoom: Zoom) => void }

function ZoomBar({ sheets, zoom, scale, onZoom }: ZoomBarProps) {
  const { t, format } = useText()
  const fits = [
    { zoom: 'width' as const, label: t('papers.zoom.width') },
    { zoom: 'page' as const, label: t('papers.zoom.page') },
    { zoom: 1, label: '100 %' },
  ]
  return (
    <div className={classes.bar}>
      <span role="status">{t('papers.pages', { count: sheets.count, formatted: format.number(sheets.count) })}</span>
      <fieldset className={classes.zoom} aria-label={t('papers.zoom.label')}>
        {fits.map((fit) => (
          <button
            key={fit.zoom}
            type="button"
            className={classes.fit}
            aria-pressed={zoom === fit.zoom}
            onClick={() => onZoom(fit.zoom)}
          >
            {fit.label}
          </button>
        ))}
        <ActionIcon size={24} aria-label={t('papers.zoom.out')} onClick={() => onZoom(nextZoom(scale, -1))}>
          <IconMinus size={14} stroke={1.5} />
        </ActionIcon>
        <span className={classes.percent} data-figure>
          {format.percent(Math.round(scale * 100))}
        </span>
        <ActionIcon size={24} aria-label={t('papers.zoom.in')} onClick={() => onZoom(nextZoom(scale, 1))}>
          <IconPlus size={14} stroke={1.5} />
        </ActionIcon>
      </fieldset>
    </div>
  )
}
