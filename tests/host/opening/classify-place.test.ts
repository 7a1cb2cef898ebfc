// Where a book lies, told from the facts of many machines.
import { describe, expect, test } from 'vitest'
import { classifyPlace, type PlaceFacts } from '#main/host/opening/classify-place.ts'
import { linuxMounts, macMounts, mountedType } from '#main/host/opening/place-facts.ts'

function placed(facts: Partial<PlaceFacts>): string {
  const none = { fsType: null, fsNumber: null, markers: [], syncedRoots: [], declaredNetwork: [] }
  const { place, service } = classifyPlace({ platform: 'linux', folder: '/home/mei/Books', ...none, ...facts })
  return service === '' ? place : `${place}: ${service}`
}

test('a folder of this machine is local', () => {
  expect(placed({ fsType: 'ext4' })).toBe('local')
  expect(placed({ fsType: 'fuseblk', folder: '/media/mei/STICK' })).toBe('local')
  expect(placed({ fsType: 'apfs', platform: 'darwin', folder: '/Users/mei/Documents' })).toBe('local')
  expect(placed({ platform: 'win32', folder: 'C:\\Users\\Mei\\Documents' })).toBe('local')
  expect(placed({ platform: 'win32', folder: '\\\\?\\C:\\Users\\Mei' })).toBe('local')
  expect(placed({ folder: '/home/mei/Boxes/Dropbox-old-papers.d/x' })).toBe('local')
})

test.each([
  ['nfs4', 'network: NFS'],
  ['cifs', 'network: SMB'],
  ['smb3', 'network: SMB'],
  ['smbfs', 'network: SMB'],
  ['9p', 'network'],
  ['fuse.sshfs', 'network'],
  ['davfs', 'network: WebDAV'],
])('the filesystem %s is a %s', (fsType, expected) => {
  expect(placed({ fsType })).toBe(expected)
})

test('numbers tell where names do not, signed or not', () => {
  expect(placed({ fsNumber: 0x6969 })).toBe('network: NFS')
  expect(placed({ fsNumber: 0xff534d42 })).toBe('network: SMB')
  expect(placed({ fsNumber: 0xff534d42 - 2 ** 32 })).toBe('network: SMB')
  expect(placed({ fsNumber: 0xef53 })).toBe('local')
})

test('UNC paths are a network, however they are written', () => {
  for (const folder of ['\\\\server\\share\\books', '//server/share', '\\\\?\\UNC\\server\\share'])
    expect(placed({ platform: 'win32', folder })).toBe('network: SMB')
})

test('a folder can be declared a network', () => {
  expect(placed({ declaredNetwork: ['/home/mei/Books/'] })).toBe('network')
  expect(placed({ declaredNetwork: ['/home/mei/Book'] })).toBe('local')
})

describe('a synced folder is known', () => {
  test.each([
    ['/home/mei/Dropbox/books', 'Dropbox'],
    ['/home/mei/Dropbox (Personal)', 'Dropbox'],
    ['/home/mei/OneDrive - Pebble Ltd/books', 'OneDrive'],
    ['/Users/mei/Library/Mobile Documents/com~apple~CloudDocs/books', 'iCloud Drive'],
    ['/Users/mei/Library/CloudStorage/GoogleDrive-mei@example.com/My Drive', 'Google Drive'],
    ['/Users/mei/Library/CloudStorage/Tresorit-x/books', 'Tresorit'],
    ['/home/mei/Nextcloud/books', 'Nextcloud'],
    ['/Users/mei/Nutstore Files/我的坚果云', '坚果云'],
    ['/Users/mei/BaiduSyncdisk/books', '百度网盘'],
  ])('by its path: %s', (folder, service) => {
    expect(placed({ folder, platform: folder.startsWith('/Users') ? 'darwin' : 'linux' })).toBe(`synced: ${service}`)
  })

  test('on Windows, too', () => {
    expect(placed({ platform: 'win32', folder: 'G:\\My Drive\\Books' })).toBe('synced: Google Drive')
    expect(placed({ platform: 'win32', folder: 'D:\\BaiduNetdiskWorkspace' })).toBe('synced: 百度网盘')
    const syncedRoots = [{ service: 'OneDrive', folder: 'D:\\Firm' }]
    expect(placed({ platform: 'win32', folder: 'd:\\firm\\books', syncedRoots })).toBe('synced: OneDrive')
    expect(placed({ platform: 'win32', folder: 'D:\\Firmware', syncedRoots })).toBe('local')
  })

  test.each([
    ['.stfolder', 'Syncthing'],
    ['.dropbox.cache', 'Dropbox'],
    ['.sync_9f0c3a.db', 'Nextcloud'],
    ['.SynologyWorkingDirectory', 'Synology Drive'],
  ])('by what the program leaves there: %s', (marker, service) => {
    expect(placed({ markers: ['.bashrc', marker] })).toBe(`synced: ${service}`)
  })

  test('a network comes before it: what is synced there is worked on as a copy anyway', () => {
    expect(placed({ fsType: 'cifs', folder: '/mnt/Dropbox' })).toBe('network: SMB')
  })
})

test('the innermost mount counts', () => {
  const mounts = linuxMounts(
    [
      '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
      '30 22 0:40 / /mnt/our\\040server rw - nfs4 server:/x rw,vers=4.2',
      'nonsense',
    ].join('\n'),
  )
  expect(mountedType(mounts, '/mnt/our server/books')).toBe('nfs4')
  expect(mountedType(mounts, '/mnt/our server2')).toBe('ext4')
  const mac = macMounts(
    '/dev/disk3s1 on / (apfs, sealed)\n//mei@nas/share (1) on /Volumes/share (1) (smbfs, nodev, mounted by mei)',
  )
  expect(mountedType(mac, '/Volumes/share (1)/books')).toBe('smbfs')
  expect(mountedType(mac, '/Users')).toBe('apfs')
})
