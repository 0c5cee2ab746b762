/** Imports run downwards only. Each rule says why, in the words of docs/architecture.md. */
const tests = '\\.(test|spec)\\.tsx?$'

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

export default {
  forbidden: [
    forbid(
      'no-circular',
      'Two files that need each other are one file, or hide a third.',
      {},
      { circular: true, viaOnly: { pathNot: 'lib/db/generated' } },
    ),
    forbid(
      'domain-is-pure',
      'Rules know nothing but rules.',
      { path: '^lib/domain/', pathNot: tests },
      { path: '^(app|components|lib/(?!domain/)|prisma|node_modules/(?!(zod|temporal-polyfill)/))' },
    ),
    forbid(
      'journey-is-pure',
      'The engine runs in a browser too.',
      { path: '^lib/journey/', pathNot: tests },
      { path: '^(app|components|prisma|lib/(?!(domain|journey)/))', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'journeys-are-data',
      'Definitions run in a browser too.',
      { path: '^lib/journeys/', pathNot: tests },
      { path: '^(app|components|prisma|lib/(?!(domain|journey|journeys)/))' },
    ),
    forbid(
      'force-is-data',
      'A force is data about the domain.',
      { path: '^lib/force/', pathNot: tests },
      { path: '^(app|components|prisma|lib/(?!(domain|force)/))' },
    ),
    forbid(
      'components-draw',
      'Components are handed what they draw; they fetch and write nothing.',
      { path: '^components/', pathNot: tests },
      { path: '^(app|prisma)/|^lib/(db|commands|queries|auth|sealing|drafts|jobs)/' },
    ),
    forbid(
      'ui-has-no-domain',
      'Primitives have no words of the domain.',
      { path: '^components/ui/', pathNot: tests },
      { path: '^components/(?!ui/)' },
    ),
    forbid(
      'pages-do-not-query',
      'Pages ask queries and commands, which authorise.',
      { path: '^app/', pathNot: tests },
      { path: '^lib/db/' },
    ),
    forbid(
      'who-may-connect',
      'Queries, commands, drafts, jobs and sign-in come to the database; a test holds that they know for whom.',
      {
        path: '^(app|components|lib|proxy|instrumentation)',
        pathNot: `^lib/(commands|queries|drafts|auth|db|jobs)/|${tests}`,
      },
      { path: '^lib/db/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'roles-are-taken-in-one-place',
      'A connection has a role from its beginning.',
      {
        pathNot: `^lib/(db/(client|owner|copy-rows|replace-postcodes|store-rows|hold-lock|listen)|jobs/worker)\\.ts$|${tests}`,
      },
      { path: '^lib/db/connect\\.ts$' },
    ),
    forbid(
      'owner-is-for-operators',
      'The server never acts as the owner of the database: commands of an operator, demonstration data and tests do.',
      { pathNot: `^(prisma|scripts|e2e)/|${tests}` },
      { path: '^lib/db/owner\\.ts$' },
    ),
    forbid(
      'public-is-not-staff',
      'Nothing of the desk reaches the public side.',
      { path: '^app/\\[locale\\]/' },
      { path: '^components/staff/' },
    ),
    forbid(
      'one-opener',
      'Plaintext has one way out, how somebody may be reached another, what is kept apart one more, why a glass was broken another, and files the last; what is sent is opened by the job that sends it; what else opens gives terms of the search index, or what is sealed anew, and no word.',
      {
        path: '^(app|components|lib|prisma)/',
        pathNot: `^lib/(queries/(open-(submission|identifiers|glass|outbound|plan|waiting-file)|give-evidence|own-words|reveal-identity)|commands/reseal-submission)\\.ts$|${tests}`,
      },
      { path: '^lib/sealing/open\\.ts$' },
    ),
    forbid(
      'who-opens-for-the-index',
      'The job that makes the search index, and the search that confirms what it found.',
      {
        path: '^(app|components|lib|prisma)/',
        pathNot: `^lib/(jobs/index-new-cases|queries/search-cases)\\.ts$|${tests}`,
      },
      { path: '^lib/queries/open-identifiers\\.ts$' },
    ),
    forbid(
      'who-opens-to-send',
      'What goes out is opened by the job that sends it alone.',
      { path: '^(app|components|lib|prisma)/', pathNot: `^lib/jobs/send-outbound\\.ts$|${tests}` },
      { path: '^lib/queries/open-outbound\\.ts$' },
    ),
    forbid(
      'the-index-is-made-by-a-job',
      'Nobody at the desk comes to the sealed answers that the index is made from.',
      { path: '^(app|components|lib|prisma)/', pathNot: `^lib/jobs/index-new-cases\\.ts$|${tests}` },
      { path: '^lib/commands/case-index\\.ts$' },
    ),
    forbid(
      'openers-hold-keys',
      'Opening needs a key: the intake key in one module, a key of a code in another, that for cases of other forces in a third, the offline one in the drill, which gives nothing away.',
      {
        path: '^(app|components|lib|prisma)/',
        pathNot: `^lib/sealing/(open(-as-reporter)?|passed-case|drill)\\.ts$|${tests}`,
      },
      { path: '^lib/sealing/open-with\\.ts$' },
    ),
    forbid(
      'wraps-are-sealing',
      'A data key leaves its wrap in lib/sealing alone.',
      { path: '^(app|components|prisma)/|^lib/(?!sealing/)', pathNot: tests },
      { path: '^lib/sealing/wrap\\.ts$' },
    ),
    forbid(
      'server-below-app',
      'The product does not know its pages.',
      { path: '^lib/' },
      { path: '^(app|components)/' },
    ),
    forbid(
      'no-tests-in-product',
      'Test code stays in tests.',
      { pathNot: `${tests}|^(e2e|scripts|bench)/|vitest` },
      { path: `${tests}|^(e2e|scripts/testing)/` },
    ),
    forbid('no-unresolved', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|lib/db/generated)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
