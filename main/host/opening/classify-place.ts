// Where a book lies, told from facts alone: on this machine, on a network, or in a folder that a sync program copies about.
import type { BookPlace } from '#shared/schemas/host.ts'

/** What is known of a folder; gathered by place-facts.ts. */
export type PlaceFacts = {
  platform: NodeJS.Platform
  /** The folder with all links followed. */
  folder: string
  /** The kind of filesystem by name, where the system tells: `nfs4`, `cifs`, `fuse.sshfs`, `smbfs`. */
  fsType: string | null
  /** The same by number (Linux), where only that is known. */
  fsNumber: number | null
  /** Names of files and folders found in the folder or above it. */
  markers: readonly string[]
  /** Folders that the environment names as a sync program's own. */
  syncedRoots: readonly { service: string; folder: string }[]
  /** Folders that are to be taken for a network's, whatever the system says of them. */
  declaredNetwork: readonly string[]
}

export type ClassifiedPlace = {
  place: BookPlace
  /** The sync program or the kind of network by its own name; empty where it has none. */
  service: string
}

export function classifyPlace(facts: PlaceFacts): ClassifiedPlace {
  if (facts.declaredNetwork.some((folder) => isInside(folder, facts))) return { place: 'network', service: '' }
  const network = networkOf(facts)
  if (network !== null) return { place: 'network', service: network }
  const service = syncServiceOf(facts)
  return service === null ? { place: 'local', service: '' } : { place: 'synced', service }
}

/** Longest name first where one begins another. https://man7.org/linux/man-pages/man2/statfs.2.html has the numbers. */
const networkTypes: readonly (readonly [test: RegExp, service: string])[] = [
  [/^(nfs\d?|fuse\.nfs)$/, 'NFS'],
  [/^(cifs|smb\d?|smbfs|fuse\.smbnetfs)$/, 'SMB'],
  [/^(9p|virtiofs|vboxsf|vmhgfs|fuse\.vmhgfs-fuse|prl_fs)$/, ''],
  [/^(afpfs|afs|coda|ceph|fuse\.ceph|glusterfs|fuse\.glusterfs|lustre|ocfs2|gfs2|beegfs|ncpfs)$/, ''],
  [/^(webdav|davfs2?|fuse\.davfs2?)$/, 'WebDAV'],
  [/^fuse\.(sshfs|rclone|gvfsd-fuse|kio-fuse|s3fs|gcsfuse|curlftpfs|google-drive-ocamlfuse|onedriver|alist)$/, ''],
]

const networkNumbers: Readonly<Record<number, string>> = {
  26985: 'NFS',
  20859: 'SMB',
  4283649346: 'SMB',
  4266872130: 'SMB',
  16914839: '',
  1397113167: '',
  1937076805: '',
  12805120: '',
}

function networkOf({ platform, folder, fsType, fsNumber }: PlaceFacts): string | null {
  if (platform === 'win32' && /^(\\\\|\/\/)(?![?.]\\)|^\\\\\?\\UNC\\/i.test(folder)) return 'SMB'
  const named = fsType === null ? undefined : networkTypes.find(([test]) => test.test(fsType.toLowerCase()))
  if (named) return named[1]
  // Numbers may come as signed 32 bit.
  return fsNumber === null ? null : (networkNumbers[fsNumber >>> 0] ?? null)
}

type SyncRule = { service: string; folder?: RegExp; marker?: RegExp }

/** Whole names of folders on the way; markers that the programs leave in or above a folder. */
const syncRules: readonly SyncRule[] = [
  { service: 'iCloud Drive', folder: /^(com~apple~CloudDocs|iCloud ?Drive|iCloud云盘|iCloud 云盘)$/i },
  {
    service: 'Google Drive',
    folder: /^(Google ?Drive|GoogleDrive-.+|My Drive|我的云端硬盘)$/i,
    marker: /^\.tmp\.driveupload$/,
  },
  { service: 'OneDrive', folder: /^OneDrive( ?- ?.+|-.+)?$/i, marker: /^\.849C9593-D756-4E56-8D6E-42412F2A707B$/ },
  { service: 'Dropbox', folder: /^Dropbox( \(.+\))?$/i, marker: /^\.dropbox(\.cache)?$/ },
  {
    service: 'Nextcloud',
    folder: /^Nextcloud\d?$/i,
    marker: /^(\.sync_[0-9a-f]+\.db|\._sync_[0-9a-f]+\.db|\.nextcloudsync\.log)$/,
  },
  { service: 'ownCloud', folder: /^ownCloud\d?$/i, marker: /^\.owncloudsync\.log$/ },
  { service: 'Syncthing', marker: /^\.st(folder|ignore|versions)$/ },
  { service: 'Resilio Sync', marker: /^\.sync$/ },
  { service: '坚果云', folder: /^(Nutstore( Files)?|我的坚果云|坚果云|Nutstore\d?)$/i, marker: /^\.nutstore.*$/i },
  {
    service: '百度网盘',
    folder: /^(BaiduSyncdisk|BaiduNetdiskWorkspace|BaiduNetdisk|百度网盘.*|百度云同步盘)$/i,
    marker: /^\.BaiduNetdisk.*$/i,
  },
  { service: '阿里云盘', folder: /^(aDrive|阿里云盘.*)$/i },
  { service: '腾讯微云', folder: /^(Weiyun.*|微云.*|腾讯微云.*)$/i },
  { service: 'WPS 云盘', folder: /^(WPS ?云盘|WPSDrive|WPS Cloud Files)$/i },
  { service: 'Box', folder: /^Box( Sync|-Box)?$/ },
  { service: 'pCloud', folder: /^(pCloud ?Drive|pCloud ?Sync)$/i },
  { service: 'MEGA', folder: /^(MEGA|MEGAsync( Downloads)?)$/, marker: /^\.megaignore$/ },
  { service: 'Synology Drive', folder: /^SynologyDrive$/i, marker: /^\.SynologyWorkingDirectory$/ },
  { service: 'Seafile', folder: /^Seafile$/i, marker: /^seafile-ignore\.txt$/ },
  { service: 'Yandex Disk', folder: /^(Yandex\.?Disk|Яндекс\.?Диск)$/i },
]

function syncServiceOf(facts: PlaceFacts): string | null {
  const named = facts.syncedRoots.find(({ folder }) => isInside(folder, facts))
  if (named) return named.service
  const names = facts.folder.split(/[\\/]/)
  const rule = syncRules.find(
    ({ folder, marker }) =>
      (folder !== undefined && names.some((name) => folder.test(name))) ||
      (marker !== undefined && facts.markers.some((name) => marker.test(name))),
  )
  if (rule) return rule.service
  // macOS keeps every provider's folders in one place: ~/Library/CloudStorage/Provider-account.
  const at = names.indexOf('CloudStorage')
  return facts.platform === 'darwin' && at > 0 && names[at - 1] === 'Library' && names[at + 1]
    ? (names[at + 1]?.split('-')[0] ?? null)
    : null
}

function isInside(root: string, { folder, platform }: PlaceFacts): boolean {
  const [above, below] = [root, folder].map((path) => {
    const plain = path.replaceAll('\\', '/').replace(/\/+$/, '')
    return platform === 'win32' || platform === 'darwin' ? plain.toLowerCase() : plain
  })
  return above !== undefined && above !== '' && (below === above || below?.startsWith(`${above}/`) === true)
}
