// What would stand in a file, what is left out and why, and what is worth a look before it goes out.
import { Link } from '@tanstack/react-router'
import { useText } from '#renderer/lib/language.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { FilePreview } from '#shared/schemas/channel-files.ts'
import type { FileKind } from './files-address.ts'
import classes from './packing.module.css'

export function FilePreviewView({ file, preview }: { file: FileKind; preview: FilePreview }) {
  const { t, format } = useText()
  const { rows, total, headers, leftOut, doubtful } = preview
  return (
    <>
      {doubtful.length === 0 ? null : (
        <Notice tone="warn" title={t('packing.files.doubtful')}>
          <Apart told={doubtful.map((one) => ({ ...one, said: t(`packing.files.doubts.${one.why}`) }))} />
        </Notice>
      )}
      {total === 0 ? (
        <EmptyState title={t('packing.files.noRows')}>{t(`packing.files.noRowsText.${file}`)}</EmptyState>
      ) : (
        <section className={classes.section}>
          <SectionTitle>
            {t('packing.files.rows', { count: total, formatted: format.number(total) })}
            {rows.length < total ? ` · ${t('packing.files.firstRows', { formatted: format.number(rows.length) })}` : ''}
          </SectionTitle>
          <ScrollRegion name={t('packing.files.preview')}>
            <table className={`${classes.table} ${classes.cells}`}>
              <thead>
                <tr>
                  {headers.map((header) => (
                    <th key={header} scope="col">
                      {header}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {rows.map(({ cells }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file are their places
                  <tr key={at}>
                    {cells.map((cell, column) => (
                      <td key={headers[column]} title={cell}>
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </section>
      )}
      {leftOut.length === 0 ? null : (
        <section className={classes.section}>
          <SectionTitle>{t('packing.files.leftOut')}</SectionTitle>
          <Apart told={leftOut.map((one) => ({ ...one, said: t(`packing.files.why.${one.why}`) }))} />
        </section>
      )}
    </>
  )
}

type Told = Pick<FilePreview['leftOut'][number], 'count' | 'examples'> & { said: string }

const named = 5

function Apart({ told }: { told: readonly Told[] }) {
  const { t, format } = useText()
  return (
    <ul className={classes.list}>
      {told.map(({ said, count, examples }) => (
        <li key={said}>
          {format.number(count)} {said}:{' '}
          {examples.slice(0, named).map(({ shipmentId, number, text }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several parcels of one shipment may stand here
            <span key={at}>
              {at > 0 ? ', ' : ''}
              {shipmentId === null ? (
                text || number
              ) : (
                <>
                  <Link className="q-link" to="/shipments/$id" params={{ id: String(shipmentId) }}>
                    {number}
                  </Link>
                  {text ? ` ${text}` : ''}
                </>
              )}
            </span>
          ))}
          {count > named
            ? ` ${t('packing.files.andMore', { formatted: format.number(count - Math.min(named, examples.length)) })}`
            : ''}
        </li>
      ))}
    </ul>
  )
}
