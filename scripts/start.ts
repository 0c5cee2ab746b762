// `npm start`: from a clean clone to a running production build. `npm run dev`: the same with the development server.
import { appLogin } from './postgres/app-login.ts'
import { prisma } from './prisma/run.ts'
import { build, generateClient, isBuilt } from './run/build.ts'
import { endGently, runNode, startNode } from './run/children.ts'
import { endEverything, endWhenAsked, onEnd } from './run/ending.ts'
import { dataDir, startData } from './run/data.ts'
import { expectFree, listenAddress, untilHealthy } from './run/listen.ts'
import { whenNpmEnds } from './run/npm-parent.ts'
import { speakPlainly } from './run/plain-errors.ts'
import { part, say } from './run/progress.ts'
import { nextCli, root, serverCode } from './run/project.ts'
import { settingsIn } from './run/secrets.ts'
import { addressesOf, namesOf } from './run/addresses.ts'
import { keepWorking } from './run/keep-working.ts'

speakPlainly()
endWhenAsked()
whenNpmEnds(() => void endEverything().then(() => process.exit(0)))
const development = process.argv.includes('--dev')
const { host, port, url } = listenAddress()

say(`Alongside, ${development ? 'for development' : 'production build'}`)
await expectFree(host, port)
const own = process.env.DATABASE_URL
const tier = process.env.TIER ?? 'all'
if (own === undefined && tier !== 'all')
  throw new Error(
    `TIER=${tier} needs a DATABASE_URL of its own. The embedded database is one machine's, for both tiers.`,
  )
const cluster =
  own === undefined
    ? await part('Starting the embedded PostgreSQL', () => startData(dataDir, addressesOf(process.env, url)))
    : null
// Migrations and seeding may have a login of their own; the server is never given it.
const { MIGRATE_DATABASE_URL: separate, ...environment } = process.env
const migrateUrl = cluster?.url ?? separate ?? (tier === 'all' ? own : undefined)
// A tier's own login can do neither; the demonstration has people at both ends.
const demonstration = cluster !== null || (tier === 'all' && process.env.DEMO === 'yes')
const settings: NodeJS.ProcessEnv = {
  ...(cluster === null ? {} : settingsIn(dataDir)),
  PUBLIC_URL: url,
  ...environment,
  DATABASE_URL: own ?? migrateUrl ?? '',
  DEMO: demonstration ? 'yes' : 'no',
  NEXT_TELEMETRY_DISABLED: '1',
  NODE_ENV: development ? 'development' : 'production',
}

try {
  if (migrateUrl !== undefined && tier !== 'public')
    await part('Bringing the database up to date', () => {
      prisma(['migrate', 'deploy'], migrateUrl)
    })
  if (cluster !== null) settings.DATABASE_URL = await appLogin(cluster.url)
  if (development) generateClient()
  else if (!isBuilt()) await part('Building (the first time takes a minute or two)\n', build)
  await part(demonstration ? 'Making keys and seeding' : 'Looking at settings and keys', () =>
    runNode([...serverCode, 'prisma/prepare.ts'], {
      cwd: root,
      env: migrateUrl === undefined ? settings : { ...settings, MIGRATE_DATABASE_URL: migrateUrl },
    }),
  )
} catch (error) {
  await endEverything()
  throw error
}

const command = development
  ? [nextCli, 'dev', '--hostname', host, '--port', String(port)]
  : ['scripts/serve.ts']
const server = startNode(command, {
  cwd: root,
  env: { ...settings, HOST: host, PORT: String(port) },
  // Through the last one the server notices when this program is gone, however it ended.
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
})

onEnd(() => endGently(server))
server.on('exit', (code) => void endEverything().then(() => process.exit(code ?? 1)))

await untilHealthy(url, server)
if (tier !== 'public' && process.env.WORKER !== 'no') keepWorking(settings)
say(`\nReady on ${url}`)
for (const name of namesOf(settings, url)) say(`Served as ${name}`)
say('')
if (demonstration) {
  say(
    'Demonstration accounts (staff sign in at /staff), password Alongside-demo-2026, TOTP secret JBSWY3DPEHPK3PXP:',
  )
  say('  call-handler@example.test  triager@example.test  officer@example.test')
  say('  supervisor@example.test    admin@example.test    auditor@example.test')
  say('  strategic-lead@example.test  centre@example.test\n')
}
say(
  cluster === null
    ? 'Data is kept in the database named by DATABASE_URL.'
    : `Data is kept in ${dataDir} (database: ${cluster.dataDir}).`,
)
if (settings.SEND_EMAIL_BY === 'catcher' || settings.SEND_TEXT_BY === 'catcher')
  say(`Texts and e-mails are not sent: they are kept in ${settings.OUTBOX_DIR ?? ''}.`)
