import http from 'node:http'
import postgres from 'postgres'
import { createElement as h } from 'react'
import { renderToString } from 'react-dom/server'
import { plainList, type PlainRow } from './plain-list.ts'

// The reference of the list: bare node:http, postgres.js and a query by hand. /json gives JSON, /html a table through React.

const sql = postgres(process.env.DATABASE_URL ?? '', { max: 10 })
const orgId = process.env.ORGANISATION ?? ''

http
  .createServer((request, response) => {
    if (request.url === '/') return void response.end('ready')
    plainList(sql, orgId).then(
      (list) => {
        const html = request.url === '/html'
        response.writeHead(200, { 'Content-Type': html ? 'text/html; charset=utf-8' : 'application/json' })
        response.end(html ? `<!doctype html>${renderToString(page(list.vendors))}` : JSON.stringify(list))
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  .listen(Number(process.env.PORT), '127.0.0.1')

function page(vendors: PlainRow[]) {
  const columns = ['name', 'ref', 'tier', 'residual_live_h', 'band_live', 'status', 'flags', 'owner_name', 'next_on', 'updated_at']
  const heads = columns.map((column) => h('th', { key: column, scope: 'col' }, column))
  const rows = vendors.map((vendor) => h('tr', { key: vendor.id }, ...columns.map((column) => cell(vendor, column))))
  const table = h('table', null, h('thead', null, h('tr', null, heads)), h('tbody', null, rows))
  return h('html', { lang: 'en' }, h('head', null, h('title', null, 'Vendors')), h('body', null, table))
}

function cell(vendor: PlainRow, column: string) {
  if (column === 'name') return h('th', { key: column, scope: 'row' }, h('a', { href: `/vendors/${vendor.id}` }, vendor.name), ' ', h('span', null, vendor.name_alt))
  const value = vendor[column]
  return h('td', { key: column }, value instanceof Date ? value.toISOString() : Array.isArray(value) ? value.join(', ') : String(value ?? ''))
}
