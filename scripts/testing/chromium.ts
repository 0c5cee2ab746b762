import chromium from '@sparticuz/chromium'

// Its own list of arguments turns web security off; the tests need it on.
const args = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--font-render-hinting=none',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Nothing leaves this machine: every name but its own leads nowhere.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
]

/**
 * The Chromium that npm installed, on the one system it is made for; elsewhere Playwright's own is used.
 * It unpacks below `TMPDIR`, which must be this user's own.
 */
export async function chromiumSettings(): Promise<Record<string, string>> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return {}
  return { CHROMIUM_PATH: await chromium.executablePath(), CHROMIUM_ARGS: JSON.stringify(args) }
}
