// Ports, airports and towns that parcels pass again and again, with their Chinese names; and where the port list is wrong.
import type { Point } from './world-shapes.ts'

export type KnownPlace = { code: string; country: string; name: string; nameZh: string; point: Point }

// UN/LOCODE or IATA code, country, names, longitude, latitude.
const lines = `
CNNGB CN Ningbo 宁波 121.55 29.87
CNSHA CN Shanghai 上海 121.47 31.23
CNSZX CN Shenzhen 深圳 114.06 22.54
CNYTN CN Yantian 盐田 114.27 22.57
CNSHK CN Shekou 蛇口 113.92 22.48
CNNSA CN Nansha 南沙 113.58 22.75
CNCAN CN Guangzhou 广州 113.26 23.13
CNXMN CN Xiamen 厦门 118.09 24.48
CNTAO CN Qingdao 青岛 120.38 36.07
CNTXG CN Tianjin 天津 117.70 38.98
CNDLC CN Dalian 大连 121.61 38.91
CNYIW CN Yiwu 义乌 120.08 29.31
CNHGH CN Hangzhou 杭州 120.16 30.29
CNDGG CN Dongguan 东莞 113.75 23.05
CNCKG CN Chongqing 重庆 106.55 29.56
CNZGZ CN Zhengzhou 郑州 113.65 34.76
CNSIA CN Xi'an 西安 108.94 34.34
CNBJS CN Beijing 北京 116.41 39.90
CNWUH CN Wuhan 武汉 114.31 30.59
HKHKG HK Hong_Kong 香港 114.17 22.31
MOMFM MO Macao 澳门 113.55 22.19
TWKHH TW Kaohsiung 高雄 120.30 22.62
TWTPE TW Taipei 台北 121.56 25.03
SGSIN SG Singapore 新加坡 103.85 1.28
MYPKG MY Port_Klang 巴生港 101.40 3.00
KRPUS KR Busan 釜山 129.05 35.13
KRINC KR Incheon 仁川 126.63 37.46
JPTYO JP Tokyo 东京 139.75 35.68
JPYOK JP Yokohama 横滨 139.65 35.45
JPOSA JP Osaka 大阪 135.50 34.67
JPUKB JP Kobe 神户 135.17 34.68
THLCH TH Laem_Chabang 林查班 100.88 13.08
VNSGN VN Ho_Chi_Minh_City 胡志明市 106.67 10.77
INNSA IN Nhava_Sheva 那瓦舍瓦 72.95 18.95
LKCMB LK Colombo 科伦坡 79.85 6.92
AEJEA AE Jebel_Ali 杰贝阿里 55.03 24.99
AEDXB AE Dubai 迪拜 55.27 25.20
SAJED SA Jeddah 吉达 39.24 21.29
EGPSD EG Port_Said 塞得港 32.30 31.27
TRIST TR Istanbul 伊斯坦布尔 28.98 41.01
GRPIR GR Piraeus 比雷埃夫斯 23.62 37.93
ITGOA IT Genoa 热那亚 8.95 44.42
ITMIL IT Milan 米兰 9.19 45.46
ESBCN ES Barcelona 巴塞罗那 2.17 41.39
ESVLC ES Valencia 瓦伦西亚 -0.38 39.47
ESMAD ES Madrid 马德里 -3.70 40.42
FRLEH FR Le_Havre 勒阿弗尔 0.11 49.49
FRPAR FR Paris 巴黎 2.35 48.86
NLRTM NL Rotterdam 鹿特丹 4.50 51.92
NLAMS NL Amsterdam 阿姆斯特丹 4.90 52.37
BEANR BE Antwerp 安特卫普 4.42 51.22
BELGG BE Liege 列日 5.57 50.63
DEHAM DE Hamburg 汉堡 9.99 53.55
DEBRV DE Bremerhaven 不来梅港 8.58 53.54
DEFRA DE Frankfurt 法兰克福 8.68 50.11
DELEJ DE Leipzig 莱比锡 12.37 51.34
DEDUI DE Duisburg 杜伊斯堡 6.76 51.43
DECGN DE Cologne 科隆 6.96 50.94
GBFXT GB Felixstowe 费利克斯托 1.35 51.96
GBSOU GB Southampton 南安普敦 -1.40 50.91
GBLON GB London 伦敦 -0.13 51.51
PLWAW PL Warsaw 华沙 21.01 52.23
PLGDN PL Gdansk 格但斯克 18.65 54.35
PLMAL PL Malaszewicze 马拉舍维奇 23.53 52.03
KZKHG KZ Khorgos 霍尔果斯 80.25 44.21
CNALP CN Alashankou 阿拉山口 82.57 45.17
RUMOW RU Moscow 莫斯科 37.62 55.76
RUVVO RU Vladivostok 符拉迪沃斯托克 132.01 43.17
USLAX US Los_Angeles 洛杉矶 -118.24 34.05
USLGB US Long_Beach 长滩 -118.19 33.77
USOAK US Oakland 奥克兰 -122.27 37.80
USSEA US Seattle 西雅图 -122.33 47.61
USNYC US New_York 纽约 -74.00 40.70
USSAV US Savannah 萨凡纳 -81.10 32.03
USHOU US Houston 休斯敦 -95.35 29.75
USCHI US Chicago 芝加哥 -87.63 41.88
USMEM US Memphis 孟菲斯 -90.05 35.15
USSDF US Louisville 路易斯维尔 -85.76 38.25
USCVG US Cincinnati 辛辛那提 -84.51 39.10
USANC US Anchorage 安克雷奇 -149.90 61.22
CAVAN CA Vancouver 温哥华 -123.12 49.28
CATOR CA Toronto 多伦多 -79.38 43.65
MXZLO MX Manzanillo 曼萨尼约 -104.32 19.05
BRSSZ BR Santos 桑托斯 -46.33 -23.95
CLSAI CL San_Antonio 圣安东尼奥 -71.60 -33.60
PECLL PE Callao 卡亚俄 -77.13 -12.05
ZADUR ZA Durban 德班 31.02 -29.86
NGAPP NG Apapa 阿帕帕 3.36 6.46
KEMBA KE Mombasa 蒙巴萨 39.67 -4.04
AUSYD AU Sydney 悉尼 151.20 -33.85
AUMEL AU Melbourne 墨尔本 144.97 -37.82
NZAKL NZ Auckland 奥克兰 174.80 -36.83
PVG CN Shanghai_Pudong 上海浦东 121.80 31.15
SZX CN Shenzhen_Bao'an 深圳宝安 113.81 22.64
CAN CN Guangzhou_Baiyun 广州白云 113.30 23.39
HKG HK Hong_Kong_Airport 香港机场 113.92 22.31
LHR GB London_Heathrow 伦敦希思罗 -0.45 51.47
EMA GB East_Midlands 东米德兰兹 -1.33 52.83
FRA DE Frankfurt_Airport 法兰克福机场 8.57 50.03
LEJ DE Leipzig/Halle 莱比锡/哈雷 12.24 51.42
CDG FR Paris_Charles_de_Gaulle 巴黎戴高乐 2.55 49.01
LGG BE Liege_Airport 列日机场 5.44 50.64
NRT JP Tokyo_Narita 东京成田 140.39 35.77
KIX JP Osaka_Kansai 大阪关西 135.24 34.43
ICN KR Seoul_Incheon 首尔仁川 126.45 37.46
LAX US Los_Angeles_Airport 洛杉矶机场 -118.41 33.94
JFK US New_York_JFK 纽约肯尼迪 -73.78 40.64
ORD US Chicago_O'Hare 芝加哥奥黑尔 -87.90 41.98
SYD AU Sydney_Airport 悉尼机场 151.18 -33.95
DXB AE Dubai_Airport 迪拜机场 55.36 25.25
`

export const knownPlaces: readonly KnownPlace[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', country = '', name = '', nameZh = '', longitude, latitude] = line.split(' ')
    return { code, country, name: name.replaceAll('_', ' '), nameZh, point: [Number(longitude), Number(latitude)] }
  })
