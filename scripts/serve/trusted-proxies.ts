import { BlockList, isIP } from 'node:net'

/** Reads `TRUSTED_PROXY`: addresses or networks such as `10.0.0.0/8`, with commas between. Throws naming none of them. */
export function trustedProxies(setting: string): { readonly list: BlockList; readonly any: boolean } {
  const list = new BlockList()
  const entries = setting.split(',').map((entry) => entry.trim())
  for (const entry of entries.filter((text) => text !== '')) add(list, entry)
  return { list, any: list.rules.length > 0 }
}

function add(list: BlockList, entry: string): void {
  const [address = '', bits] = entry.split('/')
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  if (isIP(address) === 0) throw new Error('TRUSTED_PROXY holds something that is no address or network.')
  if (bits === undefined) list.addAddress(address, family)
  else list.addSubnet(address, Number(bits), family)
}
