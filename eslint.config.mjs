import js from '@eslint/js'
import { fixupPluginRules } from '@eslint/compat'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const onlyEnvReadsProcessEnv = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message:
    'Read settings through env() of lib/config/env.ts: they are checked there, once, and named when they are missing.',
}

const onlyConnectConnects = {
  paths: [
    {
      name: '@/lib/db/generated/client',
      importNames: ['PrismaClient'],
      allowTypeImports: true,
      message: 'Ask for the role you need: publicDb, deskDb or asActor of lib/db/client.ts.',
    },
    ...['@prisma/adapter-pg', 'pg'].map((name) => ({
      name,
      allowTypeImports: true,
      message: 'lib/db/connect.ts is the one place that connects, in a role.',
    })),
  ],
}

export default defineConfig(
  globalIgnores([
    'node_modules',
    '.next',
    '.data',
    'lib/db/generated',
    'e2e/referrals/client-types.ts',
    'next-env.d.ts',
    'test-results',
    'playwright-report',
  ]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 12],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['app/**/*.tsx', 'components/**/*.tsx'],
    plugins: { 'jsx-a11y': fixupPluginRules(jsxA11y), 'react-hooks': reactHooks },
    rules: {
      ...jsxA11y.configs.strict.rules,
      ...reactHooks.configs.recommended.rules,
      // A region that scrolls has to be reached by keyboard (WCAG 2.2, 2.1.1).
      'jsx-a11y/no-noninteractive-tabindex': ['error', { tags: [], roles: ['region'] }],
    },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.{ts,tsx}', 'prisma/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', onlyEnvReadsProcessEnv] },
  },
  {
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.{ts,tsx}', 'prisma/**/*.ts', '*.ts'],
    ignores: ['lib/db/connect.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', onlyConnectConnects] },
  },
  { files: ['lib/config/env.ts', 'lib/config/mode.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: ['**/*.test.{ts,tsx}', 'e2e/**/*.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: { process: 'readonly', Buffer: 'readonly', globalThis: 'readonly' } },
  },
)
