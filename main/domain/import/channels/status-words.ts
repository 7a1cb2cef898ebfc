// What the states of orders are called in the files of shops and marketplaces, in the languages of their sites, and what each
// means to us. A word that is not here means nothing; other columns then tell how the order stands.

/** `unpaid`: not yet an order to send. `held`: not to be sent for now. `part`: some of it left. `back`: it came back. */
export type ToldState =
  | 'unpaid'
  | 'open'
  | 'held'
  | 'part'
  | 'shipped'
  | 'delivered'
  | 'done'
  | 'cancelled'
  | 'refunded'
  | 'partRefunded'
  | 'back'

/** Parted by `|`. */
const words: Readonly<Record<ToldState, string>> = {
  unpaid: `unpaid|draft|pending payment|awaiting payment|payment pending|not paid|pending|checkout draft|failed|
    wc pending|wc failed|wc checkout draft|pending availability|invoice unconfirmed|expired|unbezahlt|
    zahlung ausstehend|nicht bezahlt|zahlung offen|ausstehend|ausstehende zahlung|warten auf zahlung|
    wartet auf zahlung|fehlgeschlagen|non payé|non payée|en attente|impayé|impayée|paiement en attente|
    en attente de paiement|attente paiement|échouée|échoué|no pagado|sin pagar|pendiente|pago pendiente|
    pendiente de pago|fallido|non pagato|in attesa|in attesa di pagamento|da pagare|
    pagamento in sospeso|fallito|in sospeso|não pago|pagamento pendente|aguardando pagamento|
    niet betaald|onbetaald|wacht op betaling|in afwachting van betaling|nieopłacone|
    oczekuje na płatność|obetald|väntar på betalning|未払い|支払い待ち|入金待ち|保留中|未支払い|未付款|待付款|待支付|等待付款|미결제|결제 대기|
    belum dibayar|belum bayar|menunggu pembayaran|chưa thanh toán|chờ thanh toán|ยังไม่ชำระ|ที่ต้องชำระ|
    รอการชำระเงิน|belum dibayar lagi|ödenmedi|ödeme bekleniyor`,
  open: `open|new|placed|paid|processing|confirmed|approved|to ship|unshipped|unfulfilled|authorized|
    awaiting shipment|awaiting collection|awaiting dispatch|ready to ship|not shipped|to be shipped|
    accepted|wc processing|partially paid|payment received|in progress|scheduled|pre order|to dispatch|
    shipping|bezahlt|offen|neu|bestätigt|in bearbeitung|versandbereit|nicht versandt|nicht versendet|
    unversandt|noch nicht versandt|noch nicht versendet|zu versenden|versand ausstehend|
    warten auf versand|wartet auf versand|autorisiert|bereit zum versand|payé|payée|à expédier|
    non expédié|non expédiée|en cours|confirmé|confirmée|en attente d’expédition|
    en attente d'expédition|en cours de traitement|en traitement|à envoyer|en préparation|pagado|pagada|
    por enviar|no enviado|sin enviar|procesando|confirmado|pendiente de envío|a la espera de envío|
    en proceso|en espera de envío|pagato|pagata|da spedire|non spedito|in lavorazione|confermato|
    non spedita|in attesa di spedizione|in elaborazione|pago|a enviar|não enviado|processando|
    aguardando envio|betaald|te verzenden|niet verzonden|in behandeling|wacht op verzending|opłacone|
    do wysłania|w trakcie realizacji|betald|att skicka|ej skickad|behandlas|未発送|出荷待ち|発送待ち|処理中|支払い済み|
    支払済み|入金済み|確認済み|出荷準備中|待发货|待出货|待揽收|待揽件|已付款|已支付|已确认|处理中|未发货|等待发货|待出貨|待發貨|待取件|备货中|결제 완료|배송 준비 중|발송 대기|
    perlu dikirim|siap dikirim|menunggu pengiriman|menunggu pengambilan|sudah dibayar|cần gửi|
    chờ lấy hàng|chờ vận chuyển|chờ giao hàng|đang chờ vận chuyển|chờ bên vận chuyển lấy hàng|
    đã thanh toán|ที่ต้องจัดส่ง|รอการจัดส่ง|รอจัดส่ง|รอเข้ารับ|untuk dihantar|gönderilecek|hazırlanıyor|
    ödendi`,
  held: `on hold|hold|held|wc on hold|paused|under review|unfulfillable|zurückgestellt|in wartestellung|
    wartend|angehalten|zurückgehalten|suspendu|suspendue|en suspens|retenido|en espera|sospeso|sospesa|
    em espera|in de wacht|wstrzymane|pausad|保留|挂起|暂停|冻结|搁置|ditahan|tạm giữ`,
  part: `partially shipped|part shipped|partially fulfilled|partial|partly shipped|teilweise versandt|
    teilweise versendet|teilweise erfüllt|partiellement expédié|partiellement expédiée|
    parcialmente enviado|parcialmente enviada|parzialmente spedito|spedito parzialmente|
    parcialmente expedido|gedeeltelijk verzonden|一部発送|一部発送済み|部分发货|部分出貨`,
  shipped: `shipped|fulfilled|dispatched|in transit|sent|posted|shipped   waiting for pickup|picked up|
    out for delivery|shipping label printed|shipped out for delivery|shipped picked up|wc shipped|
    despatched|versandt|versendet|verschickt|unterwegs|in zustellung|erfüllt|ausgeführt|expédié|
    expédiée|envoyé|envoyée|en transit|en cours de livraison|enviado|enviada|en tránsito|despachado|
    en camino|spedito|spedita|in transito|evaso|expedido|em trânsito|a caminho|verzonden|onderweg|
    wysłane|wysłano|skickad|skickat|発送済み|出荷済み|配送中|輸送中|已发货|已發貨|已出货|已发出|运输中|已揽收|配送中|已寄出|待收货|待收貨|배송 중|
    발송 완료|dikirim|sedang dikirim|dalam perjalanan|đang vận chuyển|đang giao|đã gửi|đã vận chuyển|
    จัดส่งแล้ว|การจัดส่ง|กำลังจัดส่ง|dihantar|kargoda|gönderildi`,
  delivered: `delivered|received|shipped delivered to buyer|picked up by customer|zugestellt|geliefert|empfangen|
    livré|livrée|entregado|entregada|recibido|consegnato|consegnata|entregue|bezorgd|geleverd|
    dostarczone|dostarczono|levererad|配達済み|配達完了|配送済み|已送达|已签收|已妥投|妥投|已收货|已送達|배송 완료|terkirim|
    tiba di tujuan|đã giao|đã giao hàng|ส่งแล้ว|จัดส่งสำเร็จ|ได้รับแล้ว|teslim edildi`,
  done: `completed|complete|closed|done|finished|archived|wc completed|abgeschlossen|fertiggestellt|erledigt|
    terminé|terminée|completado|completada|completato|completata|concluído|concluída|afgerond|voltooid|
    zakończone|zrealizowane|slutförd|färdig|完了|完了済み|已完成|交易成功|交易完成|已关闭|完成|완료|거래 완료|selesai|đã hoàn tất|
    hoàn thành|đã hoàn thành|เสร็จสมบูรณ์|สำเร็จแล้ว|tamamlandı`,
  cancelled: `cancelled|canceled|void|voided|rejected|declined|cancelled by buyer|cancelled by seller|
    wc cancelled|cancellation|cancelation|cancel|storniert|abgebrochen|annulliert|annulé|annulée|
    cancelado|cancelada|anulado|anulada|annullato|annullata|cancellato|cancellata|geannuleerd|anulowane|
    anulowano|avbruten|annullerad|キャンセル|キャンセル済み|取消|已取消|作废|交易关闭|취소|취소됨|취소 완료|dibatalkan|batal|đã hủy|
    đã huỷ|hủy|ยกเลิก|ยกเลิกแล้ว|iptal edildi|iptal`,
  refunded: `refunded|fully refunded|wc refunded|erstattet|rückerstattet|remboursé|remboursée|reembolsado|
    reembolsada|rimborsato|rimborsata|terugbetaald|zwrócono|återbetald|返金済み|払い戻し済み|已退款|退款成功|환불 완료|
    dana dikembalikan|đã hoàn tiền|คืนเงินแล้ว`,
  partRefunded: `partially refunded|teilweise erstattet|teilweise rückerstattet|partiellement remboursé|
    partiellement remboursée|parcialmente reembolsado|parzialmente rimborsato|gedeeltelijk terugbetaald|
    一部返金|一部返金済み|部分退款`,
  back: `returned|returned to seller|return refund|shipped returned to seller|restocked|returning|
    retourniert|zurückgesendet|retourné|retournée|devuelto|devuelta|restituito|reso|devolvido|
    geretourneerd|zwrócone|returnerad|返品|返品済み|已退货|退货|반품|dikembalikan|đã trả hàng|คืนสินค้า`,
}

const stateOf = new Map<string, ToldState>(
  (Object.keys(words) as ToldState[]).flatMap((state) =>
    words[state].split('|').map((word): [string, ToldState] => [fold(word), state]),
  ),
)

/** What a word in a file's column of states means; null: nothing that is known. `Shipped - Delivered to Buyer` is one word. */
export function toldState(text: string | undefined): ToldState | null {
  if (text === undefined) return null
  const word = fold(text)
  const known = stateOf.get(word)
  if (known !== undefined) return known
  // `Completed (3 days left)`, `Cancelled: no payment`
  const head = fold(text.split(/[(（:：;；,，]| [-–] /)[0] ?? '')
  return head === word ? null : (stateOf.get(head) ?? null)
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[_\-–\s]+/g, ' ')
    .trim()
}
