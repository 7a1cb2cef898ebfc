// Which files may be handed to the system to open, and under what name. A file that the system would run instead of show is
// never one of them, whatever it calls itself: such a one can only be saved.

/** Programs, scripts, installers, shortcuts and pages with scripts, on Windows, macOS and Linux. */
const runnable = new Set(
  [
    // Windows: what its shell runs, what its own mail program has always held back.
    'ade adp app appcontent-ms appref-ms application appx appxbundle asp aspx asx bas bat bgi cab cdxml cer chm cmd cnt com',
    'cpl crt csh der diagcab dll drv exe fxp gadget grp hlp hpj hta htc inf ins iso img isp its jar jnlp js jse ksh lnk mad maf',
    'mag mam maq mar mas mat mau mav maw mcf mda mdb mde mdt mdw mdz msc msh msh1 msh2 mshxml msi msix msixbundle msp mst',
    'msu ocx ops osd paf pcd pif pl plg pnp prf prg printerexport ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 pst py pyc',
    'pyo pyw pyz pyzw rb reg scf scr sct search-ms searchconnector-ms settingcontent-ms shb shs sys theme themepack tmp',
    'udl url vb vbe vbp vbs vhd vhdx vsmacros vsw vxd wcx webpnp website wpk ws wsb wsc wsf wsh xbap xll xnk',
    // macOS.
    'action applescript command definition dmg dylib fileloc ftploc inetloc kext mpkg osax pkg prefpane saver scpt scptd',
    'service terminal tool webloc workflow xip',
    // Linux and elsewhere.
    'appimage bash bin class deb desktop elf fish flatpak flatpakref lua node out php rpm run sh snap so tcl zsh',
    // Pages run their scripts in whatever opens them.
    'htm html mht mhtml shtml svg svgz swf xht xhtml xml xsl xslt',
  ].flatMap((line) => line.split(' ')),
)

/** First bytes of programs: Windows, Linux, macOS (four forms), Java, scripts by `#!`, Windows shortcuts. */
const programHeads: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  [0x23, 0x21],
  [0x4c, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
]

/** Whether the system would run the file, by its name or by its first bytes. One without an ending is never opened either. */
export function couldRun(name: string, head: Uint8Array): boolean {
  const ending = endingOf(safeFileName(name))
  if (ending === '' || runnable.has(ending)) return true
  return programHeads.some((signature) => signature.every((byte, index) => head[index] === byte))
}

function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i
const longest = 120

/**
 * A name that every system takes for a file in a folder and for nothing else: no path, no device, no stream behind a colon,
 * nothing invisible, no dot or space at its end, where Windows would drop it and find another ending.
 */
export function safeFileName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .normalize('NFC')
    .replaceAll(/[\p{C}<>:"|?*%!`$]+/gu, '_')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^[. -]+/, '')
    .replace(/[. ]+$/, '')
  const named = plain === '' ? 'file' : deviceName.test(plain) ? `_${plain}` : plain
  if (named.length <= longest) return named
  const ending = /\.[^.]{1,20}$/.exec(named)?.[0] ?? ''
  return named.slice(0, longest - ending.length).trimEnd() + ending
}
