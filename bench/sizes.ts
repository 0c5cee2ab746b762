import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { newVisitor, type Visitor } from './visitor.ts'

export interface Sizes {
  readonly html: number
  readonly css: number
  readonly js: number
}

/** Bytes of the scripts that come only once a form is touched: the one that holds the schema library names it. */
export function touchedFormBytes(root: string): number {
  const folder = join(root, '.next/static/chunks')
  const scripts = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  return scripts
    .filter((script) => script.includes('ZodMini'))
    .reduce((bytes, script) => bytes + gzipped(script), 0)
}

/** Bytes of one page and of the styles and scripts it names, each gzipped on its own as a server sends them. */
export async function sizesOf(visitor: Visitor, path: string): Promise<Sizes> {
  const page = await visitor.get(path)
  if (page.status !== 200) throw new Error(`${path} answered ${String(page.status)}.`)
  return {
    html: gzipped(page.body),
    css: await total(visitor, page.body, /<link[^>]+href="([^"]+\.css[^"]*)"/g),
    js: await total(visitor, page.body, /<script[^>]+src="([^"]+\.js[^"]*)"[^>]*>/g, /nomodule/i),
  }
}

async function total(visitor: Visitor, html: string, pattern: RegExp, leftOut?: RegExp): Promise<number> {
  const tags = [...html.matchAll(pattern)].filter(([tag]) => leftOut?.test(tag) !== true)
  const addresses = new Set(tags.map(([, address = '']) => address))
  let bytes = 0
  for (const address of addresses) bytes += gzipped((await visitor.get(address)).body)
  return bytes
}

function gzipped(text: string): number {
  return gzipSync(text).length
}

/** A visitor who only looks. */
export const looker = (origin: string): Visitor => newVisitor(origin)
