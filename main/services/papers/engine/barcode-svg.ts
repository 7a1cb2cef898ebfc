// Barcodes as inline SVG of an exact size: bars only, what they say stands below as text.
// Each form by its own encoder: `toSVG` would bring the hundred others along, a quarter of the whole program.
import { code128, drawingSVG, ean8, ean13, qrcode, upca } from 'bwip-js/node'
import { type BarcodeForm, barcodeFor } from '#main/domain/papers/barcode-code.ts'

const encoders = { code128, ean13, ean8, upca, qr: qrcode } as const

/** Modules left white at each end, as the standards ask: 11 for EAN, 10 for Code 128, 4 around a QR code. */
const quiet: Readonly<Record<BarcodeForm, number>> = { code128: 10, ean13: 11, ean8: 7, upca: 9, qr: 4 }

export type SizeMm = { widthMm: number; heightMm: number }

/** The bars for a code, `widthMm` wide with the white at their ends and `heightMm` high; empty for what is no such code. */
export function barcodeSvg(code: string, form: BarcodeForm, { widthMm, heightMm }: SizeMm): string {
  const wanted = form === 'qr' || form === 'code128' ? form : 'ean13'
  if ('problem' in barcodeFor(code, wanted)) return ''
  const isSquare = form === 'qr'
  const settings = {
    bcid: form === 'qr' ? 'qrcode' : form,
    text: code,
    scale: 1,
    includetext: false,
    ...(isSquare ? { padding: quiet.qr } : { height: 10, paddingwidth: quiet[form], paddingheight: 0 }),
  }
  const svg = encoders[form]<string>(settings, drawingSVG())
  const size = `style="width:${widthMm}mm;height:${heightMm}mm" preserveAspectRatio="${isSquare ? 'xMidYMid' : 'none'}"`
  return svg.trim().replace('<svg ', `<svg class="barcode" role="img" aria-label="barcode" ${size} `)
}
