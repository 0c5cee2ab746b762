const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** What a text in a page's source stands for. */
function unescaped(html: string): string {
  return html.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
      if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
      return named[name ?? ''] ?? whole
    },
  )
}

/** What can be read on a page, without its scripts and tags. */
export function textOf(html: string): string {
  const visible = html.replace(/<(script|style)\b.*?<\/\1>/gsu, '').replace(/<!--.*?-->/gsu, '')
  return unescaped(visible.replace(/<[^>]*>/gu, '\n'))
}

/** The word by which a page's form is taken once; undefined where no form has one. */
export function tokenOf(html: string): string | undefined {
  return /name="token" value="([^"]+)"/u.exec(html)?.[1]
}

/** What a page shows in a field that is typed in; null when there is no such field. */
export function typedIn(html: string, name: string): string | null {
  const area = new RegExp(`<textarea[^>]*name="${name}"[^>]*>(.*?)</textarea>`, 'su').exec(html)
  if (area !== null) return unescaped(area[1] ?? '').replace(/^\n/u, '')
  const input = new RegExp(`<input[^>]*\\bname="${name}"[^>]*>`, 'su').exec(html)
  if (input === null) return null
  return unescaped(/\bvalue="([^"]*)"/su.exec(input[0])?.[1] ?? '')
}
