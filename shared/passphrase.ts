// Passphrases: how good one is likely to be, and words to make one of. 256 words, so that each drawn one is worth 8 bits.

/** How long a passphrase should be before it is called good, in letters. */
const goodLength = 18
const fairLength = 11

export type PassphraseStrength = 'weak' | 'fair' | 'good'

/** By length and variety: nobody can know whether it is the name of a cat. Letters that only repeat count little. */
export function passphraseStrength(text: string): PassphraseStrength {
  const characters = [...text.trim()]
  const different = new Set(characters).size
  // A Chinese character is drawn from thousands, a letter from dozens.
  const worth = characters.reduce((sum, character) => sum + (character.charCodeAt(0) > 0x2e80 ? 2 : 1), 0)
  const length = Math.min(worth, 4 * different)
  if (different < 5 || length < fairLength) return 'weak'
  return length < goodLength ? 'fair' : 'good'
}

/** 56 bits; with scrypt's second for every guess, out of reach. */
export const wordsInPassphrase = 7

/** Words for random bytes, one each. */
export function passphraseOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => passphraseWords[byte] ?? '').join(' ')
}

// biome-ignore format: a list to be counted, not read
export const passphraseWords: readonly string[] = [
  'acorn', 'adobe', 'agent', 'alarm', 'album', 'alder', 'amber', 'angle', 'ankle', 'apple', 'apron', 'arrow',
  'aspen', 'attic', 'autumn', 'badge', 'bagel', 'baker', 'banjo', 'barge', 'basil', 'basin', 'beach', 'beacon',
  'beard', 'berry', 'birch', 'bison', 'blade', 'blaze', 'bloom', 'board', 'bonus', 'boots', 'bottle', 'brave',
  'bread', 'brick', 'bridge', 'brook', 'broom', 'brush', 'bucket', 'bugle', 'butter', 'cabin', 'cable', 'cactus',
  'camel', 'candle', 'canoe', 'canvas', 'cargo', 'carrot', 'castle', 'cedar', 'cello', 'chain', 'chalk', 'cherry',
  'chess', 'chime', 'cider', 'cinder', 'circle', 'clay', 'cliff', 'clock', 'cloud', 'clover', 'coast', 'cobalt',
  'comet', 'compass', 'copper', 'coral', 'cotton', 'crane', 'crater', 'cricket', 'crown', 'crystal', 'cubic', 'daisy',
  'dance', 'delta', 'desert', 'dolphin', 'dragon', 'drift', 'drum', 'eagle', 'earth', 'echo', 'elbow', 'ember',
  'engine', 'falcon', 'feather', 'fern', 'ferry', 'fiddle', 'field', 'finch', 'flame', 'flint', 'flute', 'forest',
  'fossil', 'fountain', 'fox', 'frost', 'galaxy', 'garden', 'garlic', 'gecko', 'geyser', 'ginger', 'glacier', 'globe',
  'goose', 'grain', 'granite', 'grape', 'gravel', 'grove', 'guitar', 'hammer', 'harbor', 'harp', 'hazel', 'heron',
  'hill', 'honey', 'horizon', 'hotel', 'icicle', 'igloo', 'indigo', 'iris', 'island', 'ivory', 'jacket', 'jasmine',
  'jelly', 'jungle', 'kayak', 'kettle', 'kiosk', 'kitten', 'ladder', 'lagoon', 'lake', 'lamp', 'lantern', 'lark',
  'latch', 'laurel', 'lava', 'leaf', 'lemon', 'lentil', 'lily', 'linen', 'lion', 'lizard', 'lotus', 'lunar',
  'lyric', 'magnet', 'mango', 'maple', 'marble', 'marsh', 'meadow', 'melon', 'mint', 'mirror', 'mosaic', 'moss',
  'motor', 'mural', 'museum', 'nectar', 'needle', 'nickel', 'noodle', 'north', 'nutmeg', 'oasis', 'oat', 'ocean',
  'olive', 'onion', 'opal', 'orange', 'orbit', 'orchid', 'otter', 'owl', 'oyster', 'paddle', 'panda', 'paper',
  'parade', 'parrot', 'pasta', 'peach', 'pearl', 'pebble', 'pencil', 'pepper', 'piano', 'pilot', 'pine', 'planet',
  'plum', 'pocket', 'pollen', 'pond', 'poppy', 'puzzle', 'quartz', 'quill', 'quilt', 'rabbit', 'radar', 'raft',
  'raven', 'reef', 'ribbon', 'ridge', 'river', 'robin', 'rocket', 'rose', 'saddle', 'saffron', 'salmon', 'sand',
  'sapphire', 'satin', 'scarf', 'seed', 'shell', 'silver', 'sketch', 'sleet', 'smoke', 'sonnet', 'spark', 'spice',
  'spiral', 'temple', 'thistle', 'thunder',
]
