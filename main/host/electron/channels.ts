// The names of the few IPC channels between the page's preload and the main process.
export const channels = {
  call: 'quayside:call',
  event: 'quayside:event',
  openFile: 'quayside:files-open',
  putFile: 'quayside:files-put',
  getFile: 'quayside:files-get',
} as const
