import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']
const FLAGS = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']

/** CHROMIUM_PATH, else the system's Chromium, else the one that a package carries. Throws when there is none: a browser test is never skipped. */
export async function launchBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH
  const executablePath = given === 'bundled' ? undefined : [given, ...SYSTEM].find((place) => place && fs.existsSync(place))
  if (executablePath) return chromium.launch({ executablePath, args: FLAGS })
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The browser tests need Chromium: install it, or set CHROMIUM_PATH.')
  return launchBundled()
}

async function launchBundled(): Promise<Browser> {
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x' // before the import: the package then unpacks its own system libraries too
  const { default: bundled } = await import('@sparticuz/chromium')
  const executablePath = await bundled.executablePath()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'custodia-fonts-'))
  const require = createRequire(import.meta.url)
  const chinese = path.dirname(require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))
  const config = path.join(folder, 'fonts.conf')
  fs.writeFileSync(
    config,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${chinese}</dir><dir>${os.tmpdir()}/fonts</dir><cachedir>${folder}/cache</cachedir></fontconfig>`,
  )
  const environment = Object.fromEntries(Object.entries(process.env).filter((each): each is [string, string] => each[1] !== undefined))
  return chromium.launch({ executablePath, args: FLAGS, env: { ...environment, FONTCONFIG_PATH: folder, FONTCONFIG_FILE: config } })
}
