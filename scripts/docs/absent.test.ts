import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../run/project.ts'
import { productSources } from './sources.ts'

/** What the product does without, and the files that are right to have it all the same, each for a reason. */
const absent: readonly (readonly [string, RegExp, readonly string[]])[] = [
  [
    'HTML made of strings in a page',
    /dangerouslySetInnerHTML|\.(inner|outer)HTML|insertAdjacentHTML|document\.write/u,
    [],
  ],
  ['text run as code', /\beval\(|new Function\(|node:vm|setTimeout\(['"`]/u, []],
  ['commands of the operating system', /child_process/u, []],
  ['SQL put together from text', /\$(query|execute)RawUnsafe|Prisma\.raw\(/u, []],
  // From an alphabet that is a constant.
  ['a regular expression made while running', /new RegExp\(/u, ['lib/domain/reference.ts']],
  // A word that lasts seconds and says that a page asks by itself. Nothing is read.
  [
    'storage in the browser',
    /\b(local|session)Storage\b|indexedDB|document\.cookie/u,
    ['components/staff/live/use-refresh.ts'],
  ],
  // A BroadcastChannel, which browsers keep to one origin, and of which nothing is read.
  [
    'messages between windows',
    /postMessage\(|addEventListener\('message'/u,
    ['components/staff/use-session-end.ts'],
  ],
  // From a page of the desk to its own origin, and one way: it is told that something changed.
  [
    'sockets and calls from the browser',
    /new WebSocket|new EventSource|RTCPeerConnection/u,
    ['components/staff/live/use-stream.ts'],
  ],
  ['guessable random numbers', /Math\.random/u, []],
  ['broken hashes and ciphers', /['"](md5|sha1|sha-1|des|rc4)['"]|-(ecb|cbc)['"]/iu, []],
  // From a page to its own origin, as its policy says; from the server to the provider that the settings name, and to desks of other forces.
  [
    'requests to an address',
    /\bfetch\(|\bhttps?\.request\(|axios|undici/u,
    [
      'components/',
      'lib/auth/force-sign-in/provider.ts',
      'lib/adapters/outbound/notify.ts',
      'lib/adapters/exchange-client.ts',
    ],
  ],
  ['mail', /nodemailer/u, ['lib/adapters/mail.ts', 'lib/adapters/outbound/']],
  // The key folder, that of checkpoints and that in which letters are caught, whose names are settings, and what was built.
  [
    'files',
    /['"](node:)?fs(\/promises)?['"]/u,
    [
      'lib/sealing/',
      'lib/adapters/checkpoint-place.ts',
      'lib/adapters/outbound/catcher.ts',
      'scripts/serve/built.ts',
    ],
  ],
]

const isWithin = (path: string, place: string) =>
  place.endsWith('/') ? path.startsWith(place) : path === place

describe('no source of the product has', () => {
  const sources = productSources()

  it.each(absent)('%s', (_name, pattern, allowed) => {
    const found = sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path)
    expect(found.filter((path) => !allowed.some((one) => isWithin(path, one)))).toEqual([])
  })

  it('gone unseen: the sources are read, and each exception is still one', () => {
    expect(sources.length).toBeGreaterThan(200)
    for (const [name, pattern, allowed] of absent) {
      const stale = allowed.filter(
        (one) => !sources.some(({ path, text }) => isWithin(path, one) && pattern.test(text)),
      )
      expect(stale, name).toEqual([])
    }
  })
})

const interpreters: readonly (readonly [string, RegExp])[] = [
  ['parsers of XML', /xml|xpath|xslt|saml/u],
  ['LDAP, reading mail, caches and queues of others', /ldap|smtp|imap|memcache|redis|amqp/u],
  ['GraphQL and WebSocket servers', /graphql|^ws$|socket\.io/u],
  ['template, LaTeX and Markdown engines', /handlebars|^ejs$|mustache|nunjucks|^pug$|latex|markdown|marked/u],
  [
    // One takes a form of files apart while it arrives, and looks into none of them.
    'decoders of pictures and archives',
    /^sharp$|jimp|heif|unzip|adm-zip|^tar$|archiver|multer|(?<!^@fastify\/)busboy|formidable/u,
  ],
]

describe('no package the product runs on is for', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }

  it.each(interpreters)('%s', (_name, pattern) => {
    expect(Object.keys(manifest.dependencies).filter((name) => pattern.test(name))).toEqual([])
  })
})
