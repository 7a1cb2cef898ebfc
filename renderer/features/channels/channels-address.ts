// What the address of the channels says: which part is open, and for which channel.
export const channelTabs = ['channels', 'unknown', 'matched'] as const
export type ChannelTab = (typeof channelTabs)[number]

export type ChannelsAddress = { tab?: ChannelTab; channel?: string }

export function readChannelsAddress(raw: Record<string, unknown>): ChannelsAddress {
  const tab = channelTabs.find((one) => one === raw.tab)
  return {
    ...(tab && tab !== 'channels' && { tab }),
    ...(typeof raw.channel === 'string' && raw.channel !== '' && { channel: raw.channel }),
  }
}
