// Where backups go: beside the book or a folder, and a second place. What failed last stands with its place.
import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { client } from '#renderer/lib/api.ts'
import { errorMessage } from '#renderer/lib/error-message.ts'
import { useText } from '#renderer/lib/language.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { choosePlace } from '#renderer/ui/places/choose-place.ts'
import { sayError } from '#renderer/ui/say-error.ts'
import type { BackupPlace, BackupPlaceKind } from '#shared/schemas/backups.ts'
import classes from './backups.module.css'

export function BackupPlaces({ places }: { places: readonly BackupPlace[] }) {
  const main = places.find(({ kind }) => kind === 'main')
  const second = places.find(({ kind }) => kind === 'second')
  return (
    <div className={classes.places}>
      <Place kind="main" place={main} />
      <Place kind="second" place={second} />
    </div>
  )
}

function Place({ kind, place }: { kind: BackupPlaceKind; place: BackupPlace | undefined }) {
  const { t, format } = useText()
  const choose = useChoosePlace(kind)
  const isUsual = kind === 'main' ? place?.isBesideBook : !place
  const label = t(`backups.places.${kind}`)
  return (
    <div className={classes.place}>
      <span className="q-quiet">{label}</span>
      <span className={classes.placeName}>
        {place ? place.folder || t('backups.places.beside') : t('backups.places.none')}
        {place && !place.isThere ? ` · ${t('backups.places.gone')}` : ''}
      </span>
      <span className="q-quiet">{place ? <PlaceRoom place={place} /> : t('backups.places.noneText')}</span>
      {place?.failure ? (
        <Notice
          tone="warn"
          title={t('backups.failure.title')}
          actions={<Button onClick={() => choose.again.mutate()}>{t('backups.failure.again')}</Button>}
        >
          {errorMessage(t, place.failure.error)} {t('backups.failure.since', { at: format.instant(place.failure.at) })}
        </Notice>
      ) : null}
      <div className={classes.buttons}>
        <Button
          aria-label={`${label}: ${t(isUsual ? 'backups.places.choose' : 'backups.places.change')}`}
          loading={choose.folder.isPending}
          onClick={() => choose.folder.mutate()}
        >
          {t(isUsual ? 'backups.places.choose' : 'backups.places.change')}
        </Button>
        {isUsual ? null : (
          <Button onClick={() => choose.usual.mutate()}>
            {t(kind === 'main' ? 'backups.places.useBeside' : 'backups.places.drop')}
          </Button>
        )}
      </div>
    </div>
  )
}

function PlaceRoom({ place }: { place: BackupPlace }) {
  const { t, format } = useText()
  const { count, usedBytes, freeBytes, lastAt } = place
  return [
    t('backups.places.room', { count, formatted: format.number(count), size: format.fileSize(usedBytes) }),
    lastAt === null ? '' : t('backups.places.last', { at: format.instant(lastAt) }),
    freeBytes === null ? '' : t('backups.places.free', { size: format.fileSize(freeBytes) }),
  ]
    .filter(Boolean)
    .join(' · ')
}

function useChoosePlace(place: BackupPlaceKind) {
  const { t } = useText()
  const onError = (error: unknown) => sayError(t, error)
  const folder = useMutation({
    mutationFn: async () => {
      const chosen = await choosePlace({ what: 'folder', title: t('backups.places.folderTitle') })
      if (chosen) await client.host.backups.choosePlace.mutate({ place, folder: chosen.token })
    },
    onError,
  })
  const usual = useMutation({
    mutationFn: () => client.host.backups.choosePlace.mutate({ place, folder: null }),
    onError,
  })
  const again = useMutation({ mutationFn: () => client.host.backups.make.mutate({}), onError })
  return { folder, usual, again }
}
