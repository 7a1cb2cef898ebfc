// What carriers write where a word means something else than by itself: names, places, what did not happen, what may come.
import type { TrackingState } from '#shared/schemas/shipment-words.ts'

type Texts = readonly (readonly [string, TrackingState | ''])[]

/** Handed to somebody who delivers it, or delivered to no one who ordered it. */
const handedOn: Texts = [
  ['Delivered to Agent for Final Delivery', 'arrived'],
  ['Shipment handed to last-mile carrier for final delivery', 'arrived'],
  ['Package transferred to agent for final delivery', 'arrived'],
  ['Arrived at the final delivery station', 'arrived'],
  ['Delivered to customs', 'arrived'],
  ['Delivered to sorting center', 'arrived'],
  ['Delivered to the freight forwarder terminal', 'arrived'],
  ['Delivered to post office', 'arrived'],
  ['The parcel is at parcel delivery centre', 'arrived'],
  ['The shipment is being prepared in the delivery depot', 'arrived'],
  ['货件已转交当地邮政派送', 'arrived'],
  ['已交付派送商', 'arrived'],
  ['Final delivery attempt was unsuccessful', 'attempt_failed'],
  ['Final delivery', 'delivered'],
]

const delivered: Texts = [
  ['Delivered, To Agent', 'delivered'],
  ['Delivered, Left with Individual', 'delivered'],
  ['Delivered, Parcel Locker', 'delivered'],
  ['Delivered, PO Box', 'delivered'],
  ['Delivered, Front Desk/Reception/Mail Room', 'delivered'],
  ['Delivered, Individual Picked Up at Post Office', 'delivered'],
  ['Your item was delivered in or at the mailbox at 2:05 pm in LOST NATION, IA 52254.', 'delivered'],
  ['Delivered by our driver to a neighbour', 'delivered'],
  ['Delivered - signed by J. LOST', 'delivered'],
  ['Delivered. Signed for by: D DAMAGED', 'delivered'],
  ['Delivered, signed for by: REFUSED TO SIGN', 'delivered'],
  ['No damage reported. Delivered', 'delivered'],
  ['Shipment delivered undamaged', 'delivered'],
  ['The recipient has picked up the shipment from the PACKSTATION', 'delivered'],
  ['快件已签收，外包装无破损', 'delivered'],
  ['投递并签收，签收人：他人收 传达室', 'delivered'],
  ['快件已从【菜鸟驿站】取走，感谢使用', 'delivered'],
  ['收件人已自提', 'delivered'],
]

const notDelivered: Texts = [
  ['Not yet delivered', ''],
  ['The package has not been delivered', 'attempt_failed'],
  ['Unfortunately we have not been able to deliver your parcel', 'attempt_failed'],
  ['Delivery not possible, recipient unknown', 'attempt_failed'],
  ['Delivery exception - Customer not available or business closed', 'attempt_failed'],
  ['The receiver does not want the product and refused the delivery.', 'attempt_failed'],
  ['The item has not been picked up by the recipient', ''],
  ['Parcel should be delivered by 8pm', ''],
  ['Parcel collected from ParcelShop', 'picked_up'],
  ['The shipment was delivered to a retail outlet for pick-up by the recipient', 'at_pickup_point'],
  ['Delivered to parcel locker', 'at_pickup_point'],
  ['妥投失败', 'attempt_failed'],
  ['签收失败', 'attempt_failed'],
  ['即将送达，请准备签收', ''],
  ['包裹待签收', ''],
  ['【成都市】快件已送达【便民代收点】，请及时取件', 'at_pickup_point'],
  ['您的快件已由丰巢智能柜代收，请凭取件码取件', 'at_pickup_point'],
  ['安排投递，预计23:59:00前投递（投递员姓名：张三）', 'out_for_delivery'],
]

const lostOrDamaged: Texts = [
  ['Arrived at Post Office, LOST HILLS, CA 93249', 'arrived'],
  ['Departed LOST CREEK, WV', 'departed'],
  ['Arrived at DAMAGED CREEK', 'arrived'],
  ['Your parcel has not been lost; it is on its way', 'picked_up'],
  ['No damage reported', ''],
  ['Label damaged, label replaced', ''],
  ['Lost', 'lost'],
  ['The package has been reported lost', 'lost'],
  ['Parcel lost in transit', 'lost'],
  ['All merchandise missing, empty carton was discarded', 'lost'],
  ['Damaged', 'damaged'],
  ['Damaged, handling per shipper instructions', 'damaged'],
  ['A damage has been reported and we will notify the sender.', 'damaged'],
  ['Delivered damaged', 'damaged'],
  ['快递员正在派件，签收前请检查包装是否破损', 'out_for_delivery'],
  ['正在派送，如有破损请当面拒收', 'out_for_delivery'],
  ['包裹未丢失，运输中', 'picked_up'],
  ['快件在运输途中丢失', 'lost'],
  ['包裹异常：破损，已拍照', 'damaged'],
]

const returning: Texts = [
  ['Ready for collection. If not collected by 5 Dec it will be returned to sender', 'at_pickup_point'],
  ['Reminder to pick up your item before December 5 or your item will be returned', 'at_pickup_point'],
  ['The shipment could not be delivered and is being returned to the sender', 'returning'],
  ['Unable to deliver shipment - Returned to shipper', 'returned'],
  ['待取件，逾期未取将退回寄件人', 'at_pickup_point'],
  ['收件人拒收，退回中', 'returning'],
]

const customs: Texts = [
  ['Customs inspection completed', 'import_cleared'],
  ['海关查验放行', 'import_cleared'],
  ['【上海国际】出口海关查验', 'import_hold'],
  ['海关未放行', 'import_hold'],
  ['The shipment has not been released by customs', ''],
  ['Clearance in progress', ''],
  ['清关完毕', 'import_cleared'],
  [
    'Customs clearance status updated. Note - The customs clearance process may start while the shipment is in transit to the destination.',
    '',
  ],
]

const onItsWay: Texts = [
  ['Shipment exception - Package at station, arrived after courier dispatch', 'arrived'],
  ['Tendered at FedEx OnSite', 'picked_up'],
  ['Pickup cancelled', 'booked'],
  ['Attempted pickup, sender closed', 'booked'],
  ['尚未揽收', 'booked'],
  ['已揽收（揽投员姓名：李四）', 'picked_up'],
  ['邮件离开【北京国际互换局】，正在发往【美国】', 'departed'],
  ['航空公司接收', 'departed'],
  ['飞机抵达目的地', 'arrived'],
  ['尚未到达，运输中', 'picked_up'],
]

export const moreCarrierTexts: Texts = [
  ...[handedOn, delivered, notDelivered, lostOrDamaged, returning, customs, onItsWay].flat(),
]
