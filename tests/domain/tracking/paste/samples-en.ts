// Blocks as they are copied from carriers' pages in English. Names, numbers and places are made up.

/** What must be understood of a block: [local time, state, place] of each event, in its order. */
export type Sample = {
  name: string
  text: string
  events: readonly (readonly [string, string, string?])[]
  numbers?: readonly string[]
  unread?: number
}

export const englishSamples: readonly Sample[] = [
  {
    name: 'DHL Express, day above, newest first',
    text: `Tuesday, November 17, 2026
11:05 Local time
Delivered - Signed for by: M SCHMIDT
BERLIN - GERMANY
1 Piece
08:12 Local time
With delivery courier
BERLIN - GERMANY
Monday, November 16, 2026
21:40 Local time
Clearance processing complete at LEIPZIG - GERMANY
LEIPZIG - GERMANY`,
    events: [
      ['2026-11-17T11:05', 'delivered', 'BERLIN - GERMANY'],
      ['2026-11-17T08:12', 'out_for_delivery', 'BERLIN - GERMANY'],
      ['2026-11-16T21:40', 'import_cleared', 'LEIPZIG - GERMANY'],
    ],
  },
  {
    name: 'DHL, the old table with a running number',
    text: `Tuesday, November 17, 2026\tLocation\tTime\tPiece
15\tDelivered - Signed for by : SCHMIDT\tBERLIN - GERMANY\t11:05\t1 Piece
14\tWith delivery courier\tBERLIN - GERMANY\t08:12\t1 Piece
Monday, November 16, 2026\tLocation\tTime\tPiece
13\tCustoms status updated\tLEIPZIG - GERMANY\t20:01\t1 Piece
12\tDeparted Facility in SHENZHEN - CHINA\tSHENZHEN - CHINA\t02:33\t1 Piece`,
    events: [
      ['2026-11-17T11:05', 'delivered', 'BERLIN - GERMANY'],
      ['2026-11-17T08:12', 'out_for_delivery', 'BERLIN - GERMANY'],
      ['2026-11-16T20:01', '', 'LEIPZIG - GERMANY'],
      ['2026-11-16T02:33', 'departed', 'SHENZHEN - CHINA'],
    ],
  },
  {
    name: 'DHL, paragraphs with the stamp first',
    text: `November, 17 2026 11:05 Local time
Delivered
Berlin - Germany

November, 17 2026 08:12 Local time
Shipment is out with courier for delivery
Berlin - Germany

November, 15 2026 23:59 Local time
Shipment is on hold: clearance delay
Leipzig - Germany`,
    events: [
      ['2026-11-17T11:05', 'delivered', 'Berlin - Germany'],
      ['2026-11-17T08:12', 'out_for_delivery', 'Berlin - Germany'],
      ['2026-11-15T23:59', 'import_hold', 'Leipzig - Germany'],
    ],
  },
  {
    name: 'UPS, the table of the details',
    text: `Tracking Number: 1Z999AA10123456784
Location\tDate\tLocal Time\tActivity
Berlin, Germany\t11/17/2026\t11:05 A.M.\tDELIVERED
Berlin, Germany\t11/17/2026\t8:12 A.M.\tOut For Delivery Today
Koeln, Germany\t11/16/2026\t10:01 P.M.\tDeparture Scan
Koeln, Germany\t11/16/2026\t6:30 P.M.\tYour package was released by the customs agency.
Shenzhen, China\t11/14/2026\t5:15 P.M.\tOrigin Scan`,
    numbers: ['1Z999AA10123456784'],
    events: [
      ['2026-11-17T11:05', 'delivered', 'Berlin, Germany'],
      ['2026-11-17T08:12', 'out_for_delivery', 'Berlin, Germany'],
      ['2026-11-16T22:01', 'departed', 'Koeln, Germany'],
      ['2026-11-16T18:30', 'import_cleared', 'Koeln, Germany'],
      ['2026-11-14T17:15', 'picked_up', 'Shenzhen, China'],
    ],
  },
  {
    name: 'UPS, stamp between words and place',
    text: `Delivered
11/17/2026, 11:05 A.M.
BERLIN, DE

Out For Delivery
11/17/2026, 8:12 A.M.
BERLIN, DE

Arrival Scan
11/16/2026, 11:30 P.M.
KOELN, DE`,
    events: [
      ['2026-11-17T11:05', 'delivered', 'BERLIN, DE'],
      ['2026-11-17T08:12', 'out_for_delivery', 'BERLIN, DE'],
      ['2026-11-16T23:30', 'arrived', 'KOELN, DE'],
    ],
  },
  {
    name: 'FedEx, day on its own line, times under it, oldest first',
    text: `Saturday, 11/14/26
5:15 PM
Picked up
SHENZHEN CN
Sunday, 11/15/26
2:40 AM
Left FedEx origin facility
SHENZHEN CN
Monday, 11/16/26
7:20 PM
International shipment release - Import
KOELN DE
Tuesday, 11/17/26
8:01 AM
On FedEx vehicle for delivery
BERLIN DE
11:05 AM
Delivered
Berlin DE`,
    events: [
      ['2026-11-14T17:15', 'picked_up', 'SHENZHEN CN'],
      ['2026-11-15T02:40', 'departed', 'SHENZHEN CN'],
      ['2026-11-16T19:20', 'import_cleared', 'KOELN DE'],
      ['2026-11-17T08:01', 'out_for_delivery', 'BERLIN DE'],
      ['2026-11-17T11:05', 'delivered', 'Berlin DE'],
    ],
  },
  {
    name: 'USPS, the stamp last',
    text: `Delivered, In/At Mailbox
AUSTIN, TX 78701
November 17, 2026, 11:05 am

Out for Delivery
AUSTIN, TX 78701
November 17, 2026, 6:10 am

Arrived at Post Office
AUSTIN, TX 78701
November 17, 2026, 5:59 am

Inbound Out of Customs
ISC LOS ANGELES CA (USPS)
November 13, 2026, 3:00 pm`,
    events: [
      ['2026-11-17T11:05', 'delivered', 'AUSTIN, TX 78701'],
      ['2026-11-17T06:10', 'out_for_delivery', 'AUSTIN, TX 78701'],
      ['2026-11-17T05:59', 'arrived', 'AUSTIN, TX 78701'],
      ['2026-11-13T15:00', 'import_cleared', 'ISC LOS ANGELES CA (USPS)'],
    ],
  },
  {
    name: 'USPS without paragraphs',
    text: `Delivered, Front Door/Porch
PORTLAND, OR 97201
November 17, 2026, 1:45 pm
Out for Delivery
PORTLAND, OR 97201
November 17, 2026, 7:10 am
In Transit to Next Facility
November 16, 2026`,
    events: [
      ['2026-11-17T13:45', 'delivered', 'PORTLAND, OR 97201'],
      ['2026-11-17T07:10', 'out_for_delivery', 'PORTLAND, OR 97201'],
      ['2026-11-16', 'departed'],
    ],
  },
  {
    name: '17TRACK, two parcels in one copy',
    text: `Number: RB473124829CN
Package status: Delivered (12 Days)
Country: China -> Germany
Destination:
2026-11-17 11:05 Berlin, Delivered
2026-11-15 09:00 Frankfurt, Item presented to import customs
Origin:
2026-11-05 18:20 Shenzhen, Posting
==============================
Number: YT2400000000000017
Package status: In transit (3 Days)
2026-11-18 02:00 Hong Kong, Departed from facility
==============================
Powered by www.17track.net`,
    numbers: ['RB473124829CN', 'YT2400000000000017'],
    events: [
      ['2026-11-17T11:05', 'delivered', 'Berlin'],
      ['2026-11-15T09:00', 'arrived', 'Frankfurt'],
      ['2026-11-05T18:20', 'picked_up', 'Shenzhen'],
      ['2026-11-18T02:00', 'departed', 'Hong Kong'],
    ],
    unread: 1,
  },
  {
    name: 'one event a line, parted by bars, with zones',
    text: `2026-11-17 11:05 +01:00 | Berlin | Delivered
2026-11-16 21:40 GMT+1 | Leipzig | Held by import customs
2026-11-14T17:15:30Z | Shenzhen | Picked up`,
    events: [
      ['2026-11-17T11:05', 'delivered', 'Berlin'],
      ['2026-11-16T21:40', 'import_hold', 'Leipzig'],
      ['2026-11-14T17:15:30', 'picked_up', 'Shenzhen'],
    ],
  },
  {
    name: 'one event a line, day first with points',
    text: `17.11.2026 11:05 Delivered
16.11.2026 19:00 Arrived at delivery depot
12.11.2026 Departed from origin`,
    events: [
      ['2026-11-17T11:05', 'delivered'],
      ['2026-11-16T19:00', 'arrived'],
      ['2026-11-12', 'departed'],
    ],
  },
  {
    name: 'YunExpress, one event a line behind the day',
    text: `YT2400000000000018
2026-11-17 11:05:09 Delivered, signed by recipient
2026-11-16 22:10:00 Delivery attempted - recipient not available
2026-11-12 03:00:00 Import customs clearance complete
2026-11-09 15:00:00 International flight has departed
2026-11-07 10:00:00 Shipment information received`,
    numbers: ['YT2400000000000018'],
    events: [
      ['2026-11-17T11:05:09', 'delivered'],
      ['2026-11-16T22:10:00', 'attempt_failed'],
      ['2026-11-12T03:00:00', 'import_cleared'],
      ['2026-11-09T15:00:00', 'departed'],
      ['2026-11-07T10:00:00', 'booked'],
    ],
  },
  {
    name: 'days without a year are the newest that are past',
    text: `Nov 17, 11:05 AM
Delivered
Dec 30, 9:00 AM
Label created`,
    events: [
      ['2026-11-17T11:05', 'delivered'],
      ['2025-12-30T09:00', 'booked'],
    ],
  },
  {
    name: 'what is promised and what nobody understands is no event',
    text: `Estimated delivery: Friday, November 20, 2026
2026-11-17 08:00 Zzyzx protocol engaged at depot
Call us for questions

2026-11-16 08:00 Arrived at facility`,
    events: [
      ['2026-11-17T08:00', ''],
      ['2026-11-16T08:00', 'arrived'],
    ],
    unread: 2,
  },
  {
    name: 'Royal Mail, words and place behind the stamp, half past midnight',
    text: `Sat 14 November 2026, 12:30am - Item leaving the UK, Heathrow Worldwide DC
Fri 13 November 2026, 12:05pm - Item received, Heathrow Worldwide DC`,
    events: [
      ['2026-11-14T00:30', 'departed'],
      ['2026-11-13T12:05', 'picked_up'],
    ],
  },
  {
    name: 'UPS, what happened above the day, the place below its time, newest first',
    text: `1Z999AA10123456784
Delivered
11/20/2026
2:15 P.M.
MADRID, ES
Out For Delivery
11/20/2026
8:31 A.M.
Barajas, Spain
Import Scan
11/19/2026
11:02 P.M.
Koeln, Germany`,
    numbers: ['1Z999AA10123456784'],
    events: [
      ['2026-11-20T14:15', 'delivered', 'MADRID, ES'],
      ['2026-11-20T08:31', 'out_for_delivery', 'Barajas, Spain'],
      ['2026-11-19T23:02', 'arrived', 'Koeln, Germany'],
    ],
  },
  {
    name: 'FedEx with the head of its page, the number below its name',
    text: `FedEx® Tracking
Tracking ID
771234567897
Friday, 11/20/26
2:14 PM
Delivered
Austin, TX
8:02 AM
On FedEx vehicle for delivery
AUSTIN, TX
Thursday, 11/19/26
11:40 PM
International shipment release - Import
MEMPHIS, TN`,
    numbers: ['771234567897'],
    events: [
      ['2026-11-20T14:14', 'delivered', 'Austin, TX'],
      ['2026-11-20T08:02', 'out_for_delivery', 'AUSTIN, TX'],
      ['2026-11-19T23:40', 'import_cleared', 'MEMPHIS, TN'],
    ],
  },
  {
    name: 'USPS with the sentence above the news',
    text: `Tracking Number:
9400111899223197428497
Your item was delivered in or at the mailbox at 1:12 pm on November 20, 2026 in AUSTIN, TX 78701.
November 20, 2026, 1:12 pm
Delivered, In/At Mailbox
AUSTIN, TX 78701
November 20, 2026, 6:10 am
Out for Delivery
AUSTIN, TX 78701
November 18, 2026
In Transit to Next Facility`,
    numbers: ['9400111899223197428497'],
    unread: 1,
    events: [
      ['2026-11-20T13:12', 'delivered', 'AUSTIN, TX 78701'],
      ['2026-11-20T06:10', 'out_for_delivery', 'AUSTIN, TX 78701'],
      ['2026-11-18', 'departed', ''],
    ],
  },
  {
    name: '17TRACK, a status beside its name and dashes before the news',
    text: `Tracking number: LQ000160585CN
Package status: In transit (7 days)
Country: China -> Netherlands
Destination:
 - 2026-11-21 10:05 Amsterdam, Inbound in customs
Origin:
 - 2026-11-17 18:22 Hangzhou, Accepted`,
    numbers: ['LQ000160585CN'],
    events: [
      ['2026-11-21T10:05', 'arrived', 'Amsterdam'],
      ['2026-11-17T18:22', 'picked_up', 'Hangzhou'],
    ],
  },
  {
    name: 'AfterShip, a time that was promised behind the news',
    text: `Nov 20, 2026 02:15 pm
Delivered, Front Door/Porch
AUSTIN, TX, USA
Nov 20, 2026 06:10 am
Out for Delivery, Expected Delivery by 9:00pm
AUSTIN, TX, USA`,
    events: [
      ['2026-11-20T14:15', 'delivered', 'AUSTIN, TX, USA'],
      ['2026-11-20T06:10', 'out_for_delivery', 'AUSTIN, TX, USA'],
    ],
  },
  {
    name: 'numbers that nobody knows, each above its news',
    text: `LQ000160585CN
2026-11-22 11:00 Arrived at facility

QX-77123456
2026-11-22 12:00 Delivered

771234567890
2026-11-22 13:00 Out for delivery`,
    numbers: ['LQ000160585CN', 'QX77123456', '771234567890'],
    events: [
      ['2026-11-22T11:00', 'arrived'],
      ['2026-11-22T12:00', 'delivered'],
      ['2026-11-22T13:00', 'out_for_delivery'],
    ],
  },
]
