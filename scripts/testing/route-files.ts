import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { parsed } from './source.ts'

/** A page or Route Handler as it is on the disk. */
export interface RouteFile {
  /** From the checkout, `app/staff/page.tsx`. */
  readonly file: string
  /** The folder without route groups: `/staff`. */
  readonly path: string
  readonly methods: readonly string[]
}

const verbs = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Every page and Route Handler below `app/`. */
export function routeFiles(root: string): readonly RouteFile[] {
  return readdirSync(join(root, 'app'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|\/)(page|route)\.tsx?$/.test(name))
    .sort()
    .map((name) => {
      const file = join('app', name)
      return { file, path: pathOf(name), methods: isPage(name) ? ['GET'] : methodsIn(join(root, file)) }
    })
}

function isPage(name: string): boolean {
  return /(^|\/)page\.tsx?$/.test(name)
}

function pathOf(name: string): string {
  const folders = name.split('/').slice(0, -1)
  return `/${folders.filter((folder) => !folder.startsWith('(')).join('/')}`
}

/** The verbs a Route Handler exports, in the order HTTP lists them. */
function methodsIn(file: string): readonly string[] {
  const exported = new Set(parsed(file, readFileSync(file, 'utf8')).statements.flatMap(exportedNames))
  return verbs.filter((verb) => exported.has(verb))
}

function exportedNames(statement: ts.Statement): readonly string[] {
  if (
    ts.isExportDeclaration(statement) &&
    statement.exportClause &&
    ts.isNamedExports(statement.exportClause)
  )
    return statement.exportClause.elements.map(({ name }) => name.text)
  if (!ts.canHaveModifiers(statement)) return []
  const isExported = ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  if (isExported !== true) return []
  if (ts.isFunctionDeclaration(statement)) return statement.name ? [statement.name.text] : []
  if (!ts.isVariableStatement(statement)) return []
  return statement.declarationList.declarations.flatMap(({ name }) =>
    ts.isIdentifier(name) ? [name.text] : [],
  )
}
