// What is new, what changed and what both changed, by kind of record; every number opens its list.
import { useText } from '#renderer/lib/language.ts'
import tables from '#renderer/ui/plain-table.module.css'
import { ScrollRegion } from '#renderer/ui/scroll-region.tsx'
import { SectionTitle } from '#renderer/ui/section-title.tsx'
import type { MergedKindCount, MergedPlace } from '#shared/schemas/merge.ts'
import classes from './kinds-table.module.css'
import type { OpenList } from './report-step.tsx'
import type { SideNames } from './side-names.ts'

type KindsTableProps = {
  kinds: readonly MergedKindCount[]
  names: SideNames
  open: OpenList | null
  onOpen: (list: OpenList) => void
}

/** What comes in first: it is what one wants to know. */
const places: readonly MergedPlace[] = ['newTheirs', 'changedTheirs', 'newOurs', 'changedOurs', 'both']

export function KindsTable({ kinds, names, open, onOpen }: KindsTableProps) {
  const { t, format } = useText()
  return (
    <section>
      <SectionTitle>{t('merge.table.title')}</SectionTitle>
      <ScrollRegion name={t('merge.table.title')} className={classes.scroll}>
        <table className={`${tables.table} ${classes.table}`}>
          <thead>
            <tr>
              <th scope="col">{t('merge.table.kind')}</th>
              {places.map((place) => (
                <th key={place} scope="col" data-numeric>
                  <span className={classes.head}>{placeInWords(place, names, t)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {kinds.map((counts) => (
              <tr key={counts.kind}>
                <th scope="row">{t(`merge.kinds.${counts.kind}`)}</th>
                {places.map((place) => (
                  <td key={place} data-numeric>
                    {counts[place] === 0 ? (
                      <span className="q-quiet">{format.number(0)}</span>
                    ) : (
                      <button
                        type="button"
                        className="q-explains"
                        aria-expanded={open?.kind === counts.kind && open.place === place}
                        aria-label={t('merge.table.open', {
                          count: counts[place],
                          formatted: format.number(counts[place]),
                          kind: t(`merge.kinds.${counts.kind}`),
                          place: placeInWords(place, names, t),
                        })}
                        onClick={() => onOpen({ kind: counts.kind, place })}
                      >
                        {format.number(counts[place])}
                      </button>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {kinds.some(({ both }) => both > 0) ? <p className="q-quiet">{t('merge.table.bothText')}</p> : null}
    </section>
  )
}

/** `New in Li's copy`. */
export function placeInWords(place: MergedPlace, names: SideNames, t: ReturnType<typeof useText>['t']): string {
  const side = place === 'newOurs' || place === 'changedOurs' ? 'ours' : 'theirs'
  return t(`merge.places.${place}`, { copy: names[side] })
}
