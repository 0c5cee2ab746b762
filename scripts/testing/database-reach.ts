import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { parsed } from './source.ts'

/** An exported function of a query or command, and how it comes to the database. */
export interface Reaching {
  /** `lib/queries/list-queue.ts#listQueue`. */
  readonly name: string
  /** It, or a function it calls, connects to the database. */
  readonly reaches: boolean
  /** It is handed whoever asks, or a transaction that knows. */
  readonly knowsWho: boolean
}

interface Declared {
  readonly exported: boolean
  readonly knowsWho: boolean
  /** What it calls: `file#name`. */
  readonly calls: ReadonlySet<string>
}

const followed = ['lib/queries', 'lib/commands', 'lib/drafts', 'lib/auth'] as const
const checked = /^lib\/(queries|commands)\//u
const database = /^lib\/db\/(client|owner|connect)#/u
const who = /\b(Actor|SignedIn|Transaction|TransactionClient)\b/u

/**
 * Every exported function of `lib/queries` and `lib/commands`. `extra` are sources by path that are read as well, so that a
 * test can see that a function without anybody to ask for is found.
 */
export function reachingDatabase(
  root: string,
  extra: Readonly<Record<string, string>> = {},
): readonly Reaching[] {
  const functions = new Map<string, Declared>()
  for (const [path, text] of [...sources(root), ...Object.entries(extra)])
    for (const [name, declared] of declaredIn(path, text)) functions.set(`${path}#${name}`, declared)
  return [...functions]
    .filter(([name, { exported }]) => exported && checked.test(name))
    .map(([name, { knowsWho }]) => ({ name, knowsWho, reaches: reaches(name, functions, new Set()) }))
}

function sources(root: string): readonly (readonly [string, string])[] {
  return followed
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => [path, readFileSync(join(root, path), 'utf8')] as const)
}

function reaches(name: string, functions: ReadonlyMap<string, Declared>, seen: Set<string>): boolean {
  if (database.test(name)) return true
  if (seen.has(name)) return false
  seen.add(name)
  return [...(functions.get(name)?.calls ?? [])].some((called) => reaches(called, functions, seen))
}

/** The functions at the top of a file, also those kept in a constant. */
function declaredIn(path: string, text: string): readonly (readonly [string, Declared])[] {
  const source = parsed(path, text)
  const imported = importsOf(source, path)
  return source.statements.flatMap((statement) => {
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined)
      return [[statement.name.text, describe(statement, statement.parameters)] as const]
    if (!ts.isVariableStatement(statement)) return []
    return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
      if (!ts.isIdentifier(name) || initializer === undefined) return []
      const isFunction = ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)
      return [[name.text, describe(statement, isFunction ? initializer.parameters : [])] as const]
    })
  })

  function describe(
    statement: ts.FunctionDeclaration | ts.VariableStatement,
    parameters: readonly ts.ParameterDeclaration[],
  ): Declared {
    const calls = new Set<string>()
    const visit = (node: ts.Node) => {
      // Any mention counts, not only a call: a function may be handed on.
      if (ts.isIdentifier(node)) calls.add(imported.get(node.text) ?? `${path}#${node.text}`)
      ts.forEachChild(node, visit)
    }
    visit(statement)
    return {
      exported: statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false,
      knowsWho: parameters.some(({ type }) => type !== undefined && who.test(type.getText(source))),
      calls,
    }
  }
}

/** What each imported value is: `file#name` by the name it has here. Types lead nowhere. */
function importsOf(source: ts.SourceFile, path: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue
    const bindings = statement.importClause?.namedBindings
    if (statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || bindings === undefined)
      continue
    const from = moduleOf(statement.moduleSpecifier.text, path)
    if (ts.isNamespaceImport(bindings)) found.set(bindings.name.text, `${from}#*`)
    else
      for (const { name, propertyName } of bindings.elements)
        found.set(name.text, `${from}#${(propertyName ?? name).text}`)
  }
  return found
}

function moduleOf(specifier: string, path: string): string {
  if (specifier.startsWith('@/lib/db/')) return specifier.slice(2)
  if (specifier.startsWith('@/')) return `${specifier.slice(2)}.ts`
  return specifier.startsWith('.') ? `${join(path, '..', specifier)}.ts` : specifier
}
