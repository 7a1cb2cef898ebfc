// Which files may be handed to the system to open. Only kinds that programs show and never run are
// among them; whatever is not known to be one can only be saved.
import { safeFileName } from '#main/domain/files/file-name.ts'

/** Papers, pictures, tables, drawings, sound, messages and archives; office files only of the kinds that hold no macros. */
const shown = new Set(
  [
    'pdf ofd txt md csv tsv',
    'jpg jpeg jfif png gif webp bmp tif tiff heic heif avif',
    'docx xlsx pptx odt ods odp odg',
    'dwg dxf step stp iges igs stl',
    'mp3 m4a wav mp4 mov',
    'eml msg zip 7z rar',
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

/** Whether the file is of a kind that is only shown, by its name, and no program by its first bytes. */
export function isOpenable(name: string, head: Uint8Array): boolean {
  if (!shown.has(endingOf(safeFileName(name)))) return false
  return !programHeads.some((signature) => signature.every((byte, index) => head[index] === byte))
}

function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
